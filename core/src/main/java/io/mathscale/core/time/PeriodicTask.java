package io.mathscale.core.time;

/** Work that is repeated until it is closed. */
public interface PeriodicTask extends AutoCloseable {
  /** Ends the repetition. */
  @Override
  void close();
}
