package io.mathscale.eval.report;

import io.mathscale.eval.score.OutputRow;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;

/** Cuts the texts of outputs to what the report shows of them. */
final class SampleTexts implements MapFunction<OutputRow, OutputRow> {
  private static final long serialVersionUID = 1L;

  private static final int MAX_QUESTION = 3_000;
  private static final int MAX_REASONING = 1_500;

  /** The answer stands at the end, so that more of it is kept than of the beginning. */
  private static final int COMPLETION_START = 1_800;

  private static final int COMPLETION_END = 2_200;

  @Override
  public OutputRow call(OutputRow output) {
    return new OutputRow(
        output.file(),
        output.row(),
        output.id(),
        output.dataset(),
        output.model(),
        output.sample(),
        cut(output.completion(), COMPLETION_START, COMPLETION_END),
        "",
        cut(output.question(), MAX_QUESTION, 0),
        List.of(),
        "",
        cut(output.reasoning(), MAX_REASONING, 0));
  }

  /** The beginning and the end of a text that is too long, and how much is left out between. */
  static String cut(String text, int start, int end) {
    if (text.length() <= start + end) {
      return text;
    }

    int from = whole(text, start);
    int to = whole(text, text.length() - end);
    return "%s\n[… %s characters …]\n%s"
        .formatted(text.substring(0, from), Shown.count(to - from), text.substring(to));
  }

  /** A place that parts no pair of surrogates. */
  private static int whole(String text, int place) {
    boolean isBetween = place < text.length() && Character.isLowSurrogate(text.charAt(place));
    return isBetween ? place - 1 : place;
  }
}
