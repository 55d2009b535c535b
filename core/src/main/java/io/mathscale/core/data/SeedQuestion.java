package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * A question that the concepts are read from and that serves as an example.
 *
 * @param id hash of the normalised question
 * @param dataset data set the question is from ({@code data_topic} in MWPBench); empty if unknown
 * @param question the question, as given
 * @param answer the final answer; empty if unknown
 * @param solution the worked solution; empty if unknown
 * @param source where the question is from, in the words of its row, or else the publisher's name
 *     of the data set; empty if unknown
 * @param license licence that the row names, or else that of the data set; empty if unknown
 * @param otherAnswers answers that other rows give to the same question and that are not equal to
 *     this one; mostly none
 */
public record SeedQuestion(
    String id,
    String dataset,
    String question,
    String answer,
    String solution,
    String source,
    String license,
    List<String> otherAnswers) {
  /** Rows of this type, a column a component. */
  public static final Encoder<SeedQuestion> ENCODER = RecordEncoders.of(SeedQuestion.class);

  /** Keeps a copy of the other answers. */
  public SeedQuestion {
    otherAnswers = List.copyOf(otherAnswers);
  }

  /** A question of unknown source and licence, to which nobody gives another answer. */
  public SeedQuestion(String id, String dataset, String question, String answer, String solution) {
    this(id, dataset, question, answer, solution, "", "", List.of());
  }
}
