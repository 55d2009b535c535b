package io.mathscale.generator.refine;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.data.Duplicate;
import io.mathscale.core.data.DuplicateKind;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.ValidationVerdict;
import io.mathscale.generator.near.Question;
import io.mathscale.generator.rounds.RoundBounds;
import io.mathscale.generator.solve.SolutionIds;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rule that no question is in the training data twice. No candidate is the duplicate of one
 * that is rejected itself, so this rule comes last.
 */
public final class DuplicateQuestions {
  /** So many duplicates, some 100 MB, are sent to every task; more are joined. */
  private static final long MAX_SENT = 400_000;

  /** The doubt about a row that was not agreed to; of others it is the percentage of dissent. */
  private static final int NOT_AGREED = 101;

  private DuplicateQuestions() {}

  /**
   * The questions to compare: those of candidates that no rule rejects. Solutions of one question
   * are compared as one, by the id of the question, and go where it goes; where a seed asks it,
   * that stands for them.
   *
   * @param rounds in which generated ones were asked for
   */
  public static Dataset<Question> compared(Dataset<Candidate> candidates, RoundBounds rounds) {
    Dataset<Row> standing =
        candidates
            .where(col("rejected").isNull())
            .select(
                SolutionIds.question(col("pair.origin"), col("pair.id")).as("id"),
                col("pair.origin").as("origin"),
                preference(rounds).as("preference"),
                col("pair.question").as("question"),
                col("pair.answer").as("answer"));
    Column isSolved = col("origin").equalTo(Candidates.SOLVED);
    Dataset<Row> seeds = standing.where(col("origin").equalTo(Candidates.SEED)).select("id");
    Dataset<Row> solved =
        standing
            .where(isSolved)
            .groupBy("id", "origin", "preference")
            .agg(min("question").as("question"), min("answer").as("answer"))
            .join(seeds, new String[] {"id"}, "left_anti");
    return standing.where(not(isSolved)).union(solved).as(Question.ENCODER);
  }

  /**
   * Which of two duplicates stays: a seed rather than another row, one that no round asked for
   * rather than one of a round, and of those the one of the earlier round, so that what was
   * accepted stays accepted. Where that does not tell, the one that more fresh solutions agree
   * with.
   */
  private static Column preference(RoundBounds rounds) {
    Column place =
        when(col("pair.origin").equalTo(Candidates.SEED), lit(0))
            .when(col("pair.composition").equalTo(""), lit(1))
            .otherwise(rounds.round(col("pair.composition")).plus(1));
    Column isAgreed = col("pair.validation.verdict").equalTo(ValidationVerdict.AGREED.name());
    Column doubt =
        when(isAgreed, round(lit(1).minus(col("pair.validation.agreement")).multiply(100)))
            .otherwise(lit(NOT_AGREED));
    return place.multiply(NOT_AGREED + 1).plus(doubt).cast("int");
  }

  /**
   * The same candidates, those rejected that are duplicates.
   *
   * @param count rows of the duplicates
   */
  static Dataset<Candidate> of(
      Dataset<Candidate> candidates, Dataset<Duplicate> duplicates, long count) {
    Dataset<Row> renamed =
        duplicates.select(
            col("id").as("duplicateId"),
            col("origin").as("duplicateOrigin"),
            col("kept"),
            col("kind"),
            col("likeness"));
    Column goesWithSeed =
        col("pair.origin")
            .equalTo(Candidates.SOLVED)
            .and(col("duplicateOrigin").equalTo(Candidates.SEED));
    Column isSame =
        SolutionIds.question(col("pair.origin"), col("pair.id"))
            .equalTo(col("duplicateId"))
            .and(col("pair.origin").equalTo(col("duplicateOrigin")).or(goesWithSeed));
    return RejectedCandidate.where(
        candidates.join(count <= MAX_SENT ? broadcast(renamed) : renamed, isSame, "left"),
        col("kind").isNotNull(),
        byKind(
            lit(RejectionReason.DUPLICATE.name()),
            lit(RejectionReason.NEAR_DUPLICATE.name()),
            lit(RejectionReason.SAME_TEMPLATE.name())),
        byKind(
            concat(lit("the same question as "), col("kept")),
            format_string("likeness %.3f to %s", col("likeness"), col("kept")),
            concat(lit("but for numbers the same question as "), col("kept"))));
  }

  private static Column byKind(Column exact, Column near, Column template) {
    return when(col("kind").equalTo(DuplicateKind.EXACT.name()), exact)
        .when(col("kind").equalTo(DuplicateKind.NEAR.name()), near)
        .otherwise(template);
  }
}
