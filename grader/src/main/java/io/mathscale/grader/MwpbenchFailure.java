package io.mathscale.grader;

/** Stands for the Python exception that the released grader meets in its clean-up of a string. */
final class MwpbenchFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String pythonName;

  private MwpbenchFailure(String pythonName) {
    super(pythonName, null, false, false);
    this.pythonName = pythonName;
  }

  /** A string index beyond the end. */
  static MwpbenchFailure indexError() {
    return new MwpbenchFailure("IndexError");
  }

  /** An {@code assert} that does not hold. */
  static MwpbenchFailure assertionError() {
    return new MwpbenchFailure("AssertionError");
  }

  /** The name of the exception in Python. */
  String pythonName() {
    return pythonName;
  }
}
