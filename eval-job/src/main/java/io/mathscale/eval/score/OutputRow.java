package io.mathscale.eval.score;

import io.mathscale.core.encoder.RecordEncoders;
import io.mathscale.grader.GradingRequest;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * A model output as it was read.
 *
 * @param file the whole path of its file; empty for a row of the table of outputs
 * @param row number in the file, see {@link io.mathscale.core.source.SourceRow}
 * @param id id of the problem
 * @param dataset {@code data_topic} of the problem
 * @param model the model
 * @param sample which of its answers, from 0; {@link #UNNUMBERED} where the row does not say
 * @param completion the text
 * @param reference the reference answer; empty where the row has none
 * @param question the question; empty where the row has none
 * @param options the options of a multiple-choice question in the order of their letters; empty
 *     where the row has none
 * @param finishReason why the model stopped, in the words of the service; empty where the row does
 *     not say
 * @param reasoning what the model thought, apart from the text; empty where the row does not say
 */
public record OutputRow(
    String file,
    long row,
    String id,
    String dataset,
    String model,
    int sample,
    String completion,
    String reference,
    String question,
    List<String> options,
    String finishReason,
    String reasoning) {
  /** Copies the list. */
  public OutputRow {
    options = List.copyOf(options);
  }

  /** Rows of this type, a column a component. */
  public static final Encoder<OutputRow> ENCODER = RecordEncoders.of(OutputRow.class);

  /** Stands for the number of a sample that has none. */
  public static final int UNNUMBERED = -1;

  /** Whether the text was truncated at the token limit. */
  boolean isTruncated() {
    return GradingRequest.isCut(finishReason);
  }

  /** Where the output is, for people. */
  String origin() {
    return origin(file, row);
  }

  static String origin(String file, long row) {
    return file.isEmpty() ? "outputs" : "%s, row %d".formatted(file, row);
  }
}
