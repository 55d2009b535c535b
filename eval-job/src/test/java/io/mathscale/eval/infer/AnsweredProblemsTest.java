package io.mathscale.eval.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.data.Answer;
import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.Completion;
import io.mathscale.core.data.FailureCause;
import io.mathscale.core.data.ModelOutput;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.RowOrRejection;
import io.mathscale.core.prompts.PromptTemplate;
import io.mathscale.core.testing.SparkExtension;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class AnsweredProblemsTest {
  private static final Problem PROBLEM = new Problem("a", "gsm8k", "", "1 + 1 = ?", "2", 0);

  @Test
  void asksEachProblemOnceASample() {
    AskProblem ask = new AskProblem(PromptTemplate.load("alpaca_force_ans"), 2);

    List<Prompt> prompts = new ArrayList<>();
    ask.call(PROBLEM).forEachRemaining(prompts::add);

    assertThat(prompts).extracting(Prompt::sample).containsExactly(0, 1);
    assertThat(prompts.get(0).id()).isEqualTo("gsm8k/a");
    assertThat(prompts.get(0).messages())
        .singleElement()
        .satisfies(
            message ->
                assertThat(message.content())
                    .contains("### Instruction:\n1 + 1 = ?\n")
                    .contains("Try to conclude your response with 'The answer is ...'."));
  }

  @Test
  void makesOutputsOfAnswersAndRejectedRowsOfFailures(SparkSession spark) {
    Dataset<Problem> benchmark = spark.createDataset(List.of(PROBLEM), Problem.ENCODER);
    Dataset<Answer> answers =
        spark.createDataset(
            List.of(
                new Answer("gsm8k/a", 0, completion("It is 2."), null),
                new Answer("gsm8k/a", 1, null, failure("HTTP 500 from http://x"))),
            Answer.ENCODER);

    assertThat(AnsweredProblems.of(answers, benchmark, "m").collectAsList())
        .containsExactlyInAnyOrder(
            RowOrRejection.of(
                new ModelOutput(
                    "a", "gsm8k", "m", 0, "It is 2.", "2", "1 + 1 = ?", "stop", "Two.")),
            RowOrRejection.rejected(
                new Rejected(
                    "a",
                    "infer",
                    RejectionReason.CALL_FAILED,
                    "SERVER_ERROR: HTTP 500 from http://x",
                    "gsm8k, sample 1",
                    "1 + 1 = ?")));
  }

  private static Completion completion(String content) {
    return new Completion(
        "k",
        content,
        "Two.",
        "stop",
        "m",
        1,
        0,
        1,
        true,
        BigDecimal.ZERO,
        1,
        1,
        1,
        BigDecimal.ZERO,
        0);
  }

  private static CallFailure failure(String message) {
    return new CallFailure(
        "k",
        FailureCause.SERVER_ERROR,
        500,
        message,
        0,
        0,
        BigDecimal.ZERO,
        6,
        1,
        1,
        BigDecimal.ZERO,
        0);
  }
}
