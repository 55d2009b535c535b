package io.mathscale.core.model.retry;

import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.ModelUnavailableException;
import java.util.function.BooleanSupplier;

/**
 * Tells failures that are a call's own fault from those of a service that is away. Only the former
 * use up a call's tries. Asked by many threads at once.
 */
public interface FailureJudge {
  /** Holds every failure against its call. */
  FailureJudge STRICT =
      new FailureJudge() {
        @Override
        public boolean isWaitedFor(ModelException failure) {
          return failure instanceof ModelUnavailableException;
        }

        @Override
        public long failed(ModelException before, ModelException failure) {
          return 0;
        }

        @Override
        public void over(ModelException last) {}

        @Override
        public boolean isOwn(ModelException failure, long failedAt, BooleanSupplier isThere) {
          return true;
        }

        @Override
        public boolean hasAnsweredSince(long failedAt) {
          return true;
        }

        @Override
        public boolean isPaused() {
          return false;
        }
      };

  /** Whether a call that failed so may be asked again. */
  boolean isWaitedFor(ModelException failure);

  /**
   * A try of a call has failed, and the call may be asked again.
   *
   * @param before the failure of the try before, or null
   * @param failure the failure of this try
   * @return when that was, for the other methods
   */
  long failed(ModelException before, ModelException failure);

  /** A call of which a try had failed has ended, one way or another. */
  void over(ModelException last);

  /**
   * Whether a failure is the call's own fault: the service has answered others since, or it is seen
   * to be there while nobody else asks it.
   *
   * @param failedAt what {@link #failed} returned
   * @param isThere asks the service whether it is there, by a request that costs nothing
   */
  boolean isOwn(ModelException failure, long failedAt, BooleanSupplier isThere);

  /**
   * Whether the service has answered anybody who asked since.
   *
   * @param failedAt what {@link #failed} returned
   */
  boolean hasAnsweredSince(long failedAt);

  /** Whether calls are held back until the service answers again. */
  boolean isPaused();
}
