package io.mathscale.eval.score;

import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.RowOrRejection;
import io.mathscale.core.data.StrictVerdict;
import io.mathscale.core.encoder.RecordEncoders;
import io.mathscale.eval.grading.AnswerForm;
import io.mathscale.eval.grading.Grades;
import io.mathscale.grader.GradingRequest;
import org.apache.spark.sql.Encoder;

/**
 * A model output with the grades of its answer, without its texts.
 *
 * @param file the whole path of its file; empty for a row of the table of outputs
 * @param row number in the file, see {@link io.mathscale.core.source.SourceRow}
 * @param id id of the problem
 * @param dataset {@code data_topic} of the problem
 * @param model the model
 * @param sample which of its answers, from 0; {@link OutputRow#UNNUMBERED} if not known yet
 * @param extracted the answer that was read out of the completion
 * @param reference the reference answer
 * @param mwpbench whether the released rules call it right
 * @param strict what the strict grader says
 * @param rule the rule that decided
 * @param ending where in the completion the answer was found
 * @param isTruncated whether the completion was truncated at the token limit
 * @param length characters of the completion
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
    String ending,
    boolean isTruncated,
    int length) {
  /** Rows of this type, a column a component. */
  public static final Encoder<GradedRow> ENCODER = RecordEncoders.of(GradedRow.class);

  /**
   * The output with what the graders say of it; a row that was rejected stays so.
   *
   * @param form the form of answers that is prescribed
   */
  static RowOrRejection<GradedRow> of(RowOrRejection<OutputRow> row, AnswerForm form) {
    if (!row.isGood()) {
      return RowOrRejection.rejected(row.rejected());
    }

    OutputRow output = row.value();
    return output.reference().isBlank()
        ? RowOrRejection.rejected(withoutReference(output))
        : RowOrRejection.of(of(output, Grades.ofCompletion(request(output, form))));
  }

  private static GradingRequest request(OutputRow output, AnswerForm form) {
    return GradingRequest.of(output.completion(), output.reference())
        .withQuestion(output.question())
        .withOptions(output.options())
        .withFinishReason(output.finishReason())
        .withSpecification(form.specification(output.dataset()));
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
        grades.ending(),
        output.isTruncated(),
        output.completion().length());
  }

  private static Rejected withoutReference(OutputRow output) {
    return new Rejected(
        output.id(),
        GradedRows.STAGE,
        RejectionReason.NO_ANSWER,
        "a row must have a reference, or the benchmark its problem: %s of %s"
            .formatted(output.id(), output.dataset()),
        output.origin(),
        output.completion());
  }

  /** Where the output is, for people. */
  String origin() {
    return OutputRow.origin(file, row);
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
}
