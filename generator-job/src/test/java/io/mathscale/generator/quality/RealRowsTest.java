package io.mathscale.generator.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.config.QualityConfig;
import io.mathscale.core.config.Settings;
import io.mathscale.generator.RealData;
import io.mathscale.grader.FinalAnswer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that people wrote break few rules; those of GSM8K and MATH that do have been read. */
@Tag("slow")
class RealRowsTest {
  @ParameterizedTest
  @CsvSource({
    "upstream/gsm8k/train.jsonl, question, answer",
    "upstream/math/train.jsonl, problem, solution"
  })
  void breakFewRules(String file, String question, String solution) {
    QualityConfig config =
        Settings.parse("", "test", List.of("workspace=w")).config().refine().quality();
    List<QualityRule> rules =
        List.of(
            new LengthBounds(20, config),
            new Refusal(),
            new Placeholder(),
            new PromptEcho(""),
            new PromptExample(),
            new AbsentFigure(),
            new QuestionInSolution(),
            new RepetitionLoop(config.maxRepetition()),
            new Truncation(),
            new LatexBalance(),
            new WantedLanguage(config.languages()),
            new AnswerInSolution(),
            new AnswerAgreement());
    List<JsonNode> rows = RealData.rows(RealData.file(file));

    for (QualityRule rule : rules) {
      long broken =
          rows.stream()
              .map(row -> text(row.path(question).asText(), row.path(solution).asText()))
              .filter(pair -> rule.violation(pair, new Measurements()).isPresent())
              .count();
      assertThat(broken).as(rule.name()).isLessThan(rows.size() / 1000);
    }
  }

  private static PairText text(String question, String solution) {
    return new PairText(question, solution, FinalAnswer.of(solution).orElse(""), "");
  }
}
