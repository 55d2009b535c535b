package io.mathscale.eval.prepare;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.eval.metrics.MwpbenchSet;
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
  private static final Pattern OPTION = Pattern.compile("(?s)^\\(([A-Z])\\)\\s*(.*)$");

  private final AnswerOptions choices;

  AgiEvalLayout(AnswerOptions choices) {
    this.choices = choices;
  }

  @Override
  public boolean fits(BenchmarkRow row) {
    return row.has("passage", "question", "options");
  }

  @Override
  public Draft read(BenchmarkRow row) {
    MwpbenchSet set =
        switch (row.stem()) {
          case "math" -> MwpbenchSet.AGIEVAL_MATH;
          case "sat-math" -> MwpbenchSet.AGIEVAL_SAT;
          case "gaokao-mathqa", "gaokao-mathcloze" -> MwpbenchSet.AGIEVAL_GAOKAO;
          default ->
              throw new UnusableRowException(
                  RejectionReason.NO_QUESTION,
                  "a file of AGIEval must be math, sat-math, gaokao-mathqa or gaokao-mathcloze: "
                      + row.stem());
        };
    String source = set == MwpbenchSet.AGIEVAL_GAOKAO ? "AGIEval (Chinese)" : "AGIEval";
    boolean hasOptions = row.json().path("options").isArray();
    Draft draft =
        new Draft(
            "agieval.%s.%d".formatted(row.stem(), row.index()),
            set.key(),
            source,
            question(row),
            row.answer(hasOptions ? "label" : "answer").strip());
    return hasOptions ? choices.draft(draft, options(row)) : draft;
  }

  private static String question(BenchmarkRow row) {
    String passage = row.textOrEmpty("passage").strip();
    String question = row.question("question").strip();
    return passage.isEmpty() ? question : passage + "\n" + question;
  }

  private static List<AnswerOption> options(BenchmarkRow row) {
    List<AnswerOption> options = new ArrayList<>();
    for (JsonNode option : row.json().path("options")) {
      Matcher parts = OPTION.matcher(option.asText());
      if (parts.matches()) {
        options.add(new AnswerOption(parts.group(1), parts.group(2).strip()));
      }
    }

    return options;
  }
}
