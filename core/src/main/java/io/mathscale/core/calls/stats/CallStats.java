package io.mathscale.core.calls.stats;

import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.Completion;
import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.Charge;
import io.mathscale.core.model.ChatReply;
import io.mathscale.core.model.Usage;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The numbers of calls and of the requests that they took. Those of two parts of the work add up to
 * those of both. Requests are what limits and money count; calls are what rows count, each of one
 * or more requests.
 *
 * @param requests requests that have ended
 * @param completed calls that were answered
 * @param truncated those of them whose answer was truncated at the limit of tokens
 * @param inputTokens tokens of prompts, of all requests
 * @param cachedInputTokens those of them that the service had cached
 * @param outputTokens tokens of answers, of all requests
 * @param cost US dollars, of all requests
 * @param failed calls that were not answered, by cause
 * @param retried requests that failed and may be tried again, by cause
 * @param doubtfulCost US dollars that requests may have cost beyond that, of which nobody knows
 *     whether they were charged
 * @param rejected completed calls whose answer is of no use to the stage
 */
public record CallStats(
    long requests,
    long completed,
    long truncated,
    long inputTokens,
    long cachedInputTokens,
    long outputTokens,
    BigDecimal cost,
    SortedMap<FailureCause, Long> failed,
    SortedMap<FailureCause, Long> retried,
    BigDecimal doubtfulCost,
    long rejected)
    implements Serializable {
  private static final SortedMap<FailureCause, Long> NO_CAUSES = Collections.emptySortedMap();

  /** Nothing was asked. */
  public static final CallStats NONE =
      new CallStats(0, 0, 0, 0, 0, 0, BigDecimal.ZERO, NO_CAUSES, NO_CAUSES, BigDecimal.ZERO, 0);

  /** Copies the maps. */
  public CallStats {
    failed = immutable(failed);
    retried = immutable(retried);
  }

  private static SortedMap<FailureCause, Long> immutable(SortedMap<FailureCause, Long> causes) {
    return causes.isEmpty() ? NO_CAUSES : Collections.unmodifiableSortedMap(new TreeMap<>(causes));
  }

  /** A request that has ended. */
  public static CallStats ofRequest(Charge charge) {
    Usage usage = charge.usage();
    return new CallStats(
        1,
        0,
        0,
        usage.inputTokens(),
        usage.cachedInputTokens(),
        usage.outputTokens(),
        charge.cost(),
        NO_CAUSES,
        NO_CAUSES,
        charge.doubtfulCost(),
        0);
  }

  /** A request that failed and may be tried again, apart from what it took. */
  public static CallStats ofRetry(FailureCause cause) {
    return ofCauses(NO_CAUSES, once(cause));
  }

  /** A call that was answered, apart from what its requests took. */
  public static CallStats ofCompleted(boolean isTruncated) {
    return new CallStats(
        0,
        1,
        isTruncated ? 1 : 0,
        0,
        0,
        0,
        BigDecimal.ZERO,
        NO_CAUSES,
        NO_CAUSES,
        BigDecimal.ZERO,
        0);
  }

  /** A call that was not answered, apart from what its requests took. */
  public static CallStats ofFailed(FailureCause cause) {
    return ofCauses(once(cause), NO_CAUSES);
  }

  /** A call that was answered, with all that it took. */
  public static CallStats of(Completion completion) {
    return new CallStats(
        completion.tries(),
        1,
        completion.finishReason().equals(ChatReply.LENGTH) ? 1 : 0,
        completion.inputTokens(),
        completion.cachedInputTokens(),
        completion.outputTokens(),
        completion.cost(),
        NO_CAUSES,
        NO_CAUSES,
        completion.doubtfulCost(),
        0);
  }

  /** A call that was not answered, with all that it took. */
  public static CallStats of(CallFailure failure) {
    return new CallStats(
        failure.tries(),
        0,
        0,
        failure.inputTokens(),
        0,
        failure.outputTokens(),
        failure.cost(),
        once(failure.cause()),
        NO_CAUSES,
        failure.doubtfulCost(),
        0);
  }

  /** An answer that is of no use to the stage, apart from what it took. */
  public static CallStats ofRejected() {
    return new CallStats(
        0, 0, 0, 0, 0, 0, BigDecimal.ZERO, NO_CAUSES, NO_CAUSES, BigDecimal.ZERO, 1);
  }

  private static CallStats ofCauses(
      SortedMap<FailureCause, Long> failed, SortedMap<FailureCause, Long> retried) {
    return new CallStats(0, 0, 0, 0, 0, 0, BigDecimal.ZERO, failed, retried, BigDecimal.ZERO, 0);
  }

  /** What was taken, for other calls: so many were answered, and so many failed by cause. */
  public CallStats withCalls(long answered, SortedMap<FailureCause, Long> notAnswered) {
    return new CallStats(
        requests,
        answered,
        truncated,
        inputTokens,
        cachedInputTokens,
        outputTokens,
        cost,
        notAnswered,
        retried,
        doubtfulCost,
        rejected);
  }

  private static SortedMap<FailureCause, Long> once(FailureCause cause) {
    return new TreeMap<>(Map.of(cause, 1L));
  }

  /** The numbers of both. */
  public CallStats plus(CallStats other) {
    return new CallStats(
        requests + other.requests,
        completed + other.completed,
        truncated + other.truncated,
        inputTokens + other.inputTokens,
        cachedInputTokens + other.cachedInputTokens,
        outputTokens + other.outputTokens,
        cost.add(other.cost),
        sum(failed, other.failed),
        sum(retried, other.retried),
        doubtfulCost.add(other.doubtfulCost),
        rejected + other.rejected);
  }

  private static SortedMap<FailureCause, Long> sum(
      SortedMap<FailureCause, Long> one, SortedMap<FailureCause, Long> other) {
    if (other.isEmpty()) {
      return one;
    }

    SortedMap<FailureCause, Long> sum = new TreeMap<>(one);
    other.forEach((cause, count) -> sum.merge(cause, count, Long::sum));
    return sum;
  }

  /** Calls that were not answered. */
  public long failures() {
    return failed.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Calls that have ended, answered or not. */
  public long ended() {
    return completed + failures();
  }

  /** Whether no request and no call has ended. */
  public boolean isEmpty() {
    return requests == 0 && completed == 0 && failed.isEmpty() && retried.isEmpty();
  }
}
