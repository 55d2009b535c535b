package io.mathscale.generator.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.data.TryOutcome;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.generator.replies.ScriptedAnswers;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import scala.Tuple2;

@ExtendWith(SparkExtension.class)
class UnreadTriesTest {
  @Test
  void areNoTriesAndAreRejected(SparkSession spark) {
    SeedQuestion question = new SeedQuestion("q", "d", "How much is 3 + 4?", "7", "");
    SeedQuestion faulty = new SeedQuestion("f", "d", "How much is 3 + 4?", null, "");
    GradeTry reader = new GradeTry("solve@1");
    List<SolutionTry> tries =
        List.of(
            reader.call(new Tuple2<>(ScriptedAnswers.complete("q", 0, "It is 7."), question)),
            reader.call(new Tuple2<>(ScriptedAnswers.complete("f", 0, "It is 7."), faulty)),
            reader.call(new Tuple2<>(ScriptedAnswers.failed("q", 1), question)));

    assertThat(tries)
        .extracting(SolutionTry::outcome)
        .containsExactly(TryOutcome.RIGHT, TryOutcome.UNANSWERED, TryOutcome.UNANSWERED);

    List<Rejected> rejected =
        SolveQuestion.unread(spark.createDataset(tries, SolutionTry.ENCODER), "solve", "m")
            .collectAsList();
    assertThat(rejected)
        .extracting(Rejected::id, Rejected::reason, Rejected::content, Rejected::call)
        .containsExactlyInAnyOrder(
            tuple(
                SolutionIds.of("f", "m", 0), RejectionReason.READER_FAILED, "It is 7.", "key of f"),
            tuple(SolutionIds.of("q", "m", 1), RejectionReason.CALL_FAILED, "", ""));
  }
}
