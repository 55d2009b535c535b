package io.mathscale.core.source.layouts;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.source.RowException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * AGIEval, version 1: {@code passage}, {@code question}, {@code options} and the {@code label} of
 * the right one, or an {@code answer} where there are none. The name of the file tells the data
 * set. The questions of the gaokao stay in Chinese; MWPBench has them in English.
 *
 * @see <a href="https://github.com/ruixiangcui/AGIEval">the publisher</a>
 */
final class AgiEvalLayout implements Layout {
  private static final String GAOKAO = "agieval.gaokao-math-en";

  private static final Pattern OPTION = Pattern.compile("(?s)^\\(([A-Z])\\)\\s*(.*)$");

  @Override
  public boolean fits(LayoutRow row) {
    return row.has("passage", "question", "options");
  }

  @Override
  public LaidOutProblem read(LayoutRow row) throws RowException {
    String dataset = dataset(row.stem());
    boolean hasOptions = row.field("options").isArray();
    return new LaidOutProblem(
        "",
        "agieval.%s.%d".formatted(row.stem(), row.index()),
        dataset,
        dataset.equals(GAOKAO) ? "AGIEval (Chinese)" : "AGIEval",
        question(row),
        row.answer(hasOptions ? "label" : "answer").strip(),
        row.field("other").path("solution").asText("").strip(),
        hasOptions ? options(row) : List.of());
  }

  private static String dataset(String stem) throws RowException {
    return switch (stem) {
      case "math", "sat-math" -> "agieval." + stem;
      case "gaokao-mathqa", "gaokao-mathcloze" -> GAOKAO;
      default ->
          throw new RowException(
              RejectionReason.NO_QUESTION,
              "a file of AGIEval must be math, sat-math, gaokao-mathqa or gaokao-mathcloze: "
                  + stem);
    };
  }

  private static String question(LayoutRow row) throws RowException {
    String passage = row.text("passage").strip();
    String question = row.question("question").strip();
    return passage.isEmpty() ? question : passage + "\n" + question;
  }

  private static List<AnswerOption> options(LayoutRow row) throws RowException {
    List<AnswerOption> options = new ArrayList<>();
    for (JsonNode option : row.field("options")) {
      Matcher parts = OPTION.matcher(option.asText());
      if (parts.matches()) {
        options.add(new AnswerOption(parts.group(1), parts.group(2).strip()));
      }
    }

    return MultipleChoice.requireSome(options);
  }
}
