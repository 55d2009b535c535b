package io.mathscale.core.config;

/**
 * Problems to score on.
 *
 * @param path an MWPBench file, or a folder of upstream files; empty where no command needs it
 * @param choices what becomes of multiple-choice questions of upstream files
 * @param answer the form of answers that it prescribes
 */
public record BenchmarkConfig(String path, ChoiceStyle choices, AnswerConfig answer) {
  /** What becomes of multiple-choice questions. */
  public enum ChoiceStyle {
    /** Word problems whose answer is the text of the right option (paper, appendix A.1). */
    WORDS,
    /** Questions with their options, whose answer is a letter. */
    LETTERS
  }
}
