package io.mathscale.generator.arithmetic;

/** An expression has no value here: it is malformed, undefined, or too large. */
final class NotComputedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotComputedException() {
    super("no value", null, false, false);
  }
}
