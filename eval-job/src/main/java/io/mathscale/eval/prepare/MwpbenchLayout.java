package io.mathscale.eval.prepare;

/** The released files of MWPBench. */
final class MwpbenchLayout implements Layout {
  @Override
  public boolean fits(BenchmarkRow row) {
    return row.has("data_topic");
  }

  @Override
  public Draft read(BenchmarkRow row) {
    return new Draft(
        row.textOrEmpty("question_number"),
        row.answer("data_topic"),
        row.textOrEmpty("data_source"),
        row.question("question"),
        row.answer("answer"));
  }
}
