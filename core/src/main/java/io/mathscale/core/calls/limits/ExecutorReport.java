package io.mathscale.core.calls.limits;

import io.mathscale.core.calls.outage.ServiceReport;
import io.mathscale.core.calls.stats.CallStats;
import io.mathscale.core.calls.store.StoreTrouble;
import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.Charge;
import io.mathscale.core.model.ServerLimits;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What has ended in an executor since its last report, and what its limits must know besides the
 * numbers: grants given back, limits that the service reported, refusals. Not thread-safe.
 */
public final class ExecutorReport implements Serializable {
  private static final long serialVersionUID = 1L;

  private CallStats stats = CallStats.NONE;
  private long granted;
  private long throttled;
  private long expectedInputTokens;
  private BigDecimal reserved = BigDecimal.ZERO;
  private Headroom headroom = Headroom.UNKNOWN;
  private String refusal = "";
  private long inFlight;
  private ServiceReport service = ServiceReport.NONE;
  private final ArrayList<String> rejectedAnswers = new ArrayList<>();
  private StoreTrouble store;

  /** Whether nothing has ended. */
  boolean isEmpty() {
    return stats.isEmpty() && refusal.isEmpty();
  }

  /** A request has ended, which may have been granted. */
  void request(RequestEstimate estimate, boolean wasGranted, Charge charge) {
    if (wasGranted) {
      granted++;
      expectedInputTokens += estimate.inputTokens();
      reserved = reserved.add(estimate.worstCost());
    }

    stats = stats.plus(CallStats.ofRequest(charge));
  }

  /** The service said "too many" to a request. */
  void throttled() {
    throttled++;
  }

  /** A request failed and may be tried again. */
  void retried(FailureCause cause) {
    stats = stats.plus(CallStats.ofRetry(cause));
  }

  /** A call was answered; whether its answer was truncated. */
  public void completed(boolean isTruncated) {
    stats = stats.plus(CallStats.ofCompleted(isTruncated));
  }

  /** The answer of a completed call is of no use to the stage. */
  public void rejected(String content) {
    stats = stats.plus(CallStats.ofRejected());
    if (rejectedAnswers.size() < RejectionBrake.SHOWN) {
      rejectedAnswers.add(RejectionBrake.start(content));
    }
  }

  /** A call was not answered. */
  public void failed(FailureCause cause) {
    stats = stats.plus(CallStats.ofFailed(cause));
  }

  /** The service reported its limits. */
  void told(ServerLimits limits) {
    headroom = headroom.least(Headroom.of(limits));
  }

  /** The service will serve nobody here, in its words. */
  public void refused(String message) {
    refusal = message;
  }

  /** Sets the calls that are in flight now. */
  void inFlight(long calls) {
    inFlight = calls;
  }

  /** Sets what was seen of the model service. */
  void service(ServiceReport seen) {
    service = seen;
  }

  /** What was seen of the model service. */
  ServiceReport service() {
    return service;
  }

  /** Sets what keeps the ends of calls from being made durable now; empty for nothing. */
  public void store(Optional<StoreTrouble> trouble) {
    store = trouble.orElse(null);
  }

  /** What kept the ends of calls from being made durable when this was sent. */
  Optional<StoreTrouble> store() {
    return Optional.ofNullable(store);
  }

  /** The numbers of requests and calls that have ended. */
  public CallStats stats() {
    return stats;
  }

  /** Requests that had been granted. */
  long granted() {
    return granted;
  }

  /** Requests to which the service said "too many". */
  long throttledRequests() {
    return throttled;
  }

  /** Tokens of prompts that the grants were given for. */
  long expectedInputTokens() {
    return expectedInputTokens;
  }

  /** US dollars that were reserved for the granted requests. */
  BigDecimal reserved() {
    return reserved;
  }

  /** The nearest of the limits that the service reported. */
  Headroom headroom() {
    return headroom;
  }

  /** Why the service serves nobody here; empty if it does. */
  String refusal() {
    return refusal;
  }

  /** How a few of the answers begin that are of no use. */
  List<String> rejectedAnswers() {
    return List.copyOf(rejectedAnswers);
  }

  /** Calls in flight when this was sent. */
  long callsInFlight() {
    return inFlight;
  }
}
