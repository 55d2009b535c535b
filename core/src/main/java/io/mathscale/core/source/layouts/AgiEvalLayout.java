package io.mathscale.core.source.layouts;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.source.RowException;
import java.util.List;

/**
 * AGIEval, version 1: {@code passage}, {@code question}, {@code options} and the {@code label} of
 * the right one, or an {@code answer} where there are none. The name of the file tells the data
 * set. The questions of the gaokao stay in Chinese; MWPBench has them in English.
 *
 * @see <a href="https://github.com/ruixiangcui/AGIEval">the publisher</a>
 */
final class AgiEvalLayout implements Layout {
  private static final String PREFIX = "agieval.";
  private static final String LICENSE = "MIT";

  /** Other files of the publisher, by a part of their names. */
  private static final List<String> OTHER_SUBJECTS =
      List.of(
          "lsat",
          "logiqa",
          "jec-qa",
          "sat-en",
          "biology",
          "chemistry",
          "chinese",
          "english",
          "geography",
          "history",
          "physics");

  @Override
  public String name() {
    return "AGIEval";
  }

  @Override
  public boolean fits(LayoutRow row) {
    return row.has("passage", "question", "options");
  }

  @Override
  public LaidOutProblem read(LayoutRow row) throws RowException {
    row.requireNoOtherSubject(OTHER_SUBJECTS);
    JsonNode options = row.field("options");
    boolean hasOptions = options.isContainerNode() && !options.isEmpty();
    String answer = row.answer(hasOptions ? "label" : "answer").strip();
    LaidOutProblem problem =
        LaidOutProblem.of(
                row,
                set(row.stem()),
                row.questionBelow("passage", "question").strip(),
                answer,
                row.solution("other.solution").strip())
            .withId("agieval.%s.%d".formatted(row.stem(), row.index()));
    return hasOptions ? problem.withOptions(LetteredOptions.lettered(options)) : problem;
  }

  private static PublicDataSet set(String stem) {
    return switch (stem) {
      case "math", "sat-math", "aqua-rat" -> new PublicDataSet(PREFIX + stem, "AGIEval", LICENSE);
      case "gaokao-mathqa", "gaokao-mathcloze" ->
          new PublicDataSet(PREFIX + "gaokao-math-en", "AGIEval (Chinese)", LICENSE);
      default -> new PublicDataSet("", "AGIEval", LICENSE);
    };
  }
}
