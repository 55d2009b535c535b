package io.mathscale.generator;

import io.mathscale.core.command.StageContext;
import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.QuestionType;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.text.QuestionText;
import io.mathscale.core.workspace.Tables;
import io.mathscale.generator.replies.ScriptedAnswers;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/** Pairs, seeds and problems to refine, and what becomes of them. */
final class RefineRows {
  static final String WORKED = "A solution that is long enough: 1.";

  private RefineRows() {}

  /** Six pairs, of which some are of no use, and two seeds. */
  static void write(StageContext context) {
    context
        .workspace()
        .write(
            Tables.PAIRS,
            context
                .spark()
                .createDataset(
                    List.of(
                        pair("p1", "Once \"or\" twice?"),
                        pair("p2", " Once \"or\"\ttwice? "),
                        pair("p3", "Too short?", " Short. "),
                        pair("p4", "In the test?"),
                        pair("p5", "Only once?"),
                        pair("p6", "Seed?")),
                    GeneratedPair.ENCODER),
            context.metadata(List.of()));
    context
        .workspace()
        .write(
            Tables.SEEDS,
            context
                .spark()
                .createDataset(List.of(seed("Seed?"), seed("Bare?", "")), SeedQuestion.ENCODER),
            context.metadata(List.of()));
  }

  /** A benchmark that asks what the fourth of those pairs asks. */
  static Dataset<Problem> problems(SparkSession spark) {
    return spark.createDataset(
        List.of(
            new Problem("test.1", "tal", "tal", "In the  test?", "1", 0),
            new Problem("test.2", "tal", "tal", "In the test?", "1", 1)),
        Problem.ENCODER);
  }

  static GeneratedPair pair(String id, String question) {
    return pair(id, question, WORKED);
  }

  private static GeneratedPair pair(String id, String question, String solution) {
    return new GeneratedPair(
        id,
        "c" + id,
        0,
        List.of("t"),
        List.of("k"),
        question,
        solution,
        "1",
        ScriptedAnswers.provenance(id, "generate@1"),
        "",
        QuestionType.VALUE,
        "");
  }

  static SeedQuestion seed(String question) {
    return seed(question, WORKED);
  }

  private static SeedQuestion seed(String question, String solution) {
    return new SeedQuestion(QuestionText.id(question), "tal", question, "1", solution);
  }

  /** The row of MathScaleQA with an id. */
  static QaPair written(StageContext context, String id) {
    return context.workspace().read(Tables.MATHSCALEQA).where("id = '" + id + "'").first();
  }

  /** Id, reason and detail of each row that was rejected. */
  static List<String> rejected(StageContext context) {
    return context.workspace().read(Tables.rejectedBy("refine")).collectAsList().stream()
        .map((Rejected row) -> row.id() + " " + row.reason() + " " + row.detail())
        .toList();
  }
}
