package io.mathscale.eval.score;

import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.StrictVerdict;
import io.mathscale.core.encoder.RecordEncoders;
import io.mathscale.core.identity.StableHash;
import io.mathscale.eval.grading.Grades;
import org.apache.spark.sql.Encoder;

/**
 * A row of model outputs with the grades of its answer, or else why it has none.
 *
 * @param file URI of its file; empty for a row of the table of outputs
 * @param row number in the file, see {@link io.mathscale.core.source.SourceRow}
 * @param id id of the problem
 * @param dataset {@code data_topic} of the problem
 * @param model the model
 * @param sample which of its answers, from 0; {@link OutputRow#UNNUMBERED} if not known yet
 * @param extracted the answer that was read out of the completion; the beginning of a rejected row
 * @param reference the reference answer
 * @param mwpbench whether the released rules call it right
 * @param strict what the strict grader says
 * @param rule the rule that decided
 * @param isTruncated whether the completion was truncated at the token limit
 * @param reason name of the {@link RejectionReason}; empty for a graded row
 * @param detail more about the reason
 */
public record GradedRow(
    String file,
    long row,
    String id,
    String dataset,
    String model,
    int sample,
    String extracted,
    String reference,
    boolean mwpbench,
    StrictVerdict strict,
    String rule,
    boolean isTruncated,
    String reason,
    String detail) {
  /** Rows of this type, a column a component. */
  public static final Encoder<GradedRow> ENCODER = RecordEncoders.of(GradedRow.class);

  private static final String STAGE = "score";

  /** The row with what the graders say of it; a row that was rejected stays so. */
  static GradedRow of(OutputRow output) {
    if (output.isRejected()) {
      return rejected(output, output.reason(), output.detail());
    }

    if (output.reference().isBlank()) {
      String detail =
          "a row must have a reference, or the benchmark its problem: %s of %s"
              .formatted(output.id(), output.dataset());
      return rejected(output, RejectionReason.NO_ANSWER.name(), detail);
    }

    return of(output, Grades.ofCompletion(output.completion(), output.reference()));
  }

  private static GradedRow of(OutputRow output, Grades grades) {
    return new GradedRow(
        output.file(),
        output.row(),
        output.id(),
        output.dataset(),
        output.model(),
        output.sample(),
        grades.extracted(),
        output.reference(),
        grades.mwpbench(),
        grades.strict(),
        grades.rule(),
        output.isTruncated(),
        "",
        "");
  }

  private static GradedRow rejected(OutputRow output, String reason, String detail) {
    String completion = output.completion();
    return new GradedRow(
        output.file(),
        output.row(),
        output.id(),
        output.dataset(),
        output.model(),
        output.sample(),
        completion.substring(0, Math.min(completion.length(), Rejected.MAX_CONTENT)),
        output.reference(),
        false,
        StrictVerdict.UNDECIDED,
        "",
        output.isTruncated(),
        reason,
        detail);
  }

  /**
   * Whether a grader calls the answer right.
   *
   * @param grader the grader that is asked
   */
  public boolean isRight(GraderName grader) {
    return switch (grader) {
      case MWPBENCH -> mwpbench;
      case STRICT -> strict == StrictVerdict.RIGHT;
    };
  }

  /** What stands of a rejected row in the table of rejected rows. */
  Rejected toRejected() {
    return new Rejected(
        id.isEmpty() ? StableHash.contentId(extracted) : id,
        STAGE,
        RejectionReason.valueOf(reason),
        detail,
        origin(),
        extracted);
  }

  private String origin() {
    return file.isEmpty() ? "outputs" : "%s, row %d".formatted(file, row);
  }
}
