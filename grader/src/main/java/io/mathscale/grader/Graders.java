package io.mathscale.grader;

/** The two graders: one strict, one for comparison with published numbers. */
public final class Graders {
  private static final StrictGrader STRICT = new StrictGrader();
  private static final MwpbenchGrader MWPBENCH = new MwpbenchGrader();

  private Graders() {}

  /** The grader that compares by meaning. */
  public static StrictGrader strict() {
    return STRICT;
  }

  /** The grader released with MWPBench, faults included. */
  public static MwpbenchGrader mwpbench() {
    return MWPBENCH;
  }
}
