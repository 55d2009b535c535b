package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * A new question with its solution, as the teacher wrote them.
 *
 * @param id hash of composition and sample
 * @param composition id of the composition asked for
 * @param sample which of the pairs asked for this composition, from 0
 * @param topics topics asked for
 * @param knowledgePoints knowledge points asked for
 * @param question the question
 * @param solution the worked solution
 * @param answer the final answer in the solution; empty if it states none
 * @param provenance the call that wrote it
 * @param reasoning what the model thought before it wrote the pair; empty if it showed nothing of
 *     it
 * @param questionType the kind of answer that the question asks for
 * @param answerRule where the answer was found: the ending in which the grader found it, {@code
 *     FIELD} for a part of the reply of its own, {@code NONE} where {@code answer} is empty; {@code
 *     BOX}, {@code MARKER}, {@code TAG}, {@code JSON} and {@code FIELD} are stated answers, with
 *     the others it is concluded from the last sentence
 */
public record GeneratedPair(
    String id,
    String composition,
    int sample,
    List<String> topics,
    List<String> knowledgePoints,
    String question,
    String solution,
    String answer,
    Provenance provenance,
    String reasoning,
    QuestionType questionType,
    String answerRule) {
  /** Rows of this type, a column a component. */
  public static final Encoder<GeneratedPair> ENCODER = RecordEncoders.of(GeneratedPair.class);
}
