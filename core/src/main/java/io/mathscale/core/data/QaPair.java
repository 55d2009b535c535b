package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * A row of MathScaleQA, the training data.
 *
 * @param id id of the pair or seed it is
 * @param origin {@code generated}, or {@code seed} for a training pair of the seeds
 * @param dataset data set of a seed; empty for a generated pair
 * @param composition id of the composition of a generated pair; empty for a seed
 * @param topics topics; empty for a seed
 * @param knowledgePoints knowledge points; empty for a seed
 * @param question the question
 * @param solution the worked solution
 * @param answer the final answer
 * @param model the model that wrote it; empty for a seed
 * @param sample which of the pairs asked for this composition, from 0; 0 for a seed
 * @param prompt name and hash of the prompt template, {@code name@hash}; empty for a seed
 * @param call key of the model call in the journal; empty for a seed
 * @param cost US dollars that the call took; 0 for a seed
 * @param questionType what kind of answer the question wants; empty where it is not known
 * @param license licence of a seed, in its publisher's words; empty where it is not known
 * @param source where a seed was taken from, in its publisher's words; empty where it is not known
 * @param reasoning what the model thought before its answer; empty where it is not known
 * @param quality what the quality rules measured
 * @param validation what fresh solutions said of the answer; null where none were asked for
 */
public record QaPair(
    String id,
    String origin,
    String dataset,
    String composition,
    List<String> topics,
    List<String> knowledgePoints,
    String question,
    String solution,
    String answer,
    String model,
    int sample,
    String prompt,
    String call,
    BigDecimal cost,
    String questionType,
    String license,
    String source,
    String reasoning,
    Quality quality,
    PairValidation validation) {
  /** Rows of this type, a column a component. */
  public static final Encoder<QaPair> ENCODER = RecordEncoders.of(QaPair.class);

  /** The same with what the quality rules measured. */
  public QaPair measured(Quality measures) {
    return new QaPair(
        id,
        origin,
        dataset,
        composition,
        topics,
        knowledgePoints,
        question,
        solution,
        answer,
        model,
        sample,
        prompt,
        call,
        cost,
        questionType,
        license,
        source,
        reasoning,
        measures,
        validation);
  }

  /** The same with what fresh solutions said. */
  public QaPair validated(PairValidation votes) {
    return new QaPair(
        id,
        origin,
        dataset,
        composition,
        topics,
        knowledgePoints,
        question,
        solution,
        answer,
        model,
        sample,
        prompt,
        call,
        cost,
        questionType,
        license,
        source,
        reasoning,
        quality,
        votes);
  }

  /** The same question with another answer and its solution. */
  public QaPair answered(String other, String worked) {
    return new QaPair(
        id,
        origin,
        dataset,
        composition,
        topics,
        knowledgePoints,
        question,
        worked,
        other,
        model,
        sample,
        prompt,
        call,
        cost,
        questionType,
        license,
        source,
        "",
        quality,
        validation);
  }
}
