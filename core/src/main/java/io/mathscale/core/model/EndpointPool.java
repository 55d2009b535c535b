package io.mathscale.core.model;

import java.util.List;
import java.util.function.LongSupplier;

/**
 * Several models that stand for one: asks the one with the fewest calls in flight for its weight.
 * One that fails again and again, refuses us, or asks us to wait, rests; after its rest a single
 * call tries whether it is back. A failure is passed on, not hidden: the retry around the pool asks
 * again, with a permit of its own, and meets another endpoint.
 */
public final class EndpointPool implements ChatModel {
  private final List<PoolMember> members;
  private final LongSupplier nanoClock;

  private EndpointPool(List<PoolMember> members, LongSupplier nanoClock) {
    this.members = members;
    this.nanoClock = nanoClock;
  }

  /**
   * The pool of some models; a single one stands for itself.
   *
   * @param models at least one
   * @param policy when they rest
   * @param nanoClock the time in nanoseconds
   */
  public static ChatModel of(List<PooledModel> models, RestPolicy policy, LongSupplier nanoClock) {
    if (models.isEmpty()) {
      throw new IllegalArgumentException("A pool must have at least one model: []");
    }

    if (models.size() == 1) {
      return models.get(0).model();
    }

    return new EndpointPool(
        models.stream().map(model -> new PoolMember(model, policy)).toList(), nanoClock);
  }

  @Override
  public ChatReply ask(ChatRequest request) {
    long began = nanoClock.getAsLong();
    PoolMember member = begin(began);
    try {
      ChatReply reply = member.model().ask(request);
      member.succeeded(began);
      return reply;
    } catch (ModelUnavailableException failure) {
      member.failed(failure, nanoClock.getAsLong());
      throw failure.retryAfter() != null && isAnyAwake() ? failure.withoutRetryAfter() : failure;
    } catch (ModelRefusedException refusal) {
      member.refused(nanoClock.getAsLong());
      throw members.stream().allMatch(PoolMember::isRefused) ? refusal : refusal.elsewhere();
    } finally {
      member.end();
    }
  }

  @Override
  public void close() {
    members.forEach(member -> member.model().close());
  }

  private boolean isAnyAwake() {
    long now = nanoClock.getAsLong();
    return members.stream().anyMatch(member -> member.isAwake(now));
  }

  /** Chooses under a lock, so that a thousand threads do not all see the same idle endpoint. */
  private synchronized PoolMember begin(long now) {
    PoolMember chosen = null;
    for (PoolMember member : members) {
      if (member.isAwake(now) && (chosen == null || isBetter(member, chosen))) {
        chosen = member;
      }
    }

    if (chosen == null) {
      chosen = nextAwake(now);
    }

    chosen.begin(now);
    return chosen;
  }

  /** Less loaded; where equally loaded, less used so far. */
  private static boolean isBetter(PoolMember member, PoolMember other) {
    int byLoad = Double.compare(member.load(), other.load());
    return byLoad < 0 || (byLoad == 0 && member.nextWork() < other.nextWork());
  }

  /** All rest: a pool does not wait, so the one whose rest ends first is asked all the same. */
  private PoolMember nextAwake(long now) {
    PoolMember next = members.get(0);
    for (PoolMember member : members) {
      if (member.restEnds() - now < next.restEnds() - now) {
        next = member;
      }
    }

    return next;
  }
}
