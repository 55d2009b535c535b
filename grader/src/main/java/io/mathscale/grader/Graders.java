package io.mathscale.grader;

/** The two graders: a strict one, and the released one for comparison with published scores. */
public final class Graders {
  private static final StrictGrader STRICT = new StrictGrader();
  private static final MwpbenchGrader MWPBENCH = new MwpbenchGrader();

  private Graders() {}

  /**
   * The grader that compares by meaning.
   *
   * @return the same instance for all threads
   */
  public static StrictGrader strict() {
    return STRICT;
  }

  /**
   * The grader released with MWPBench, faults included.
   *
   * @return the same instance for all threads
   */
  public static MwpbenchGrader mwpbench() {
    return MWPBENCH;
  }
}
