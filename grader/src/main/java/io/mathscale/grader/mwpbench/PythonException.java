package io.mathscale.grader.mwpbench;

/** The Python exception that the released grader raises in its clean-up of a string. */
public final class PythonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private PythonException(String pythonName) {
    super(pythonName, null, false, false);
  }

  /** A string index beyond the end. */
  static PythonException indexError() {
    return new PythonException("IndexError");
  }

  /** An {@code assert} that does not hold. */
  static PythonException assertionError() {
    return new PythonException("AssertionError");
  }

  /** The name of the exception in Python. */
  public String pythonName() {
    return getMessage();
  }
}
