package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * A row of MathScaleQA, the training data.
 *
 * @param id id of the pair, seed or solution it is
 * @param origin {@code generated}, {@code seed} for a training pair of the seeds, or {@code solved}
 *     for a model's solution of a question whose answer is known
 * @param dataset data set of a seed or of a question that was solved; empty for a generated pair
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
 * @param difficulty how difficult it is, as far as that is known
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
    PairValidation validation,
    Difficulty difficulty) {
  /** Rows of this type, a column a component. */
  public static final Encoder<QaPair> ENCODER = RecordEncoders.of(QaPair.class);

  /** A row of which nothing was measured but its quality. */
  public QaPair(
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
      Quality quality) {
    this(
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
        null,
        Difficulty.UNKNOWN);
  }

  /** The same with what the quality rules measured. */
  public QaPair withQuality(Quality measured) {
    return with(answer, solution, reasoning, measured, validation, difficulty);
  }

  /** The same with its difficulty. */
  public QaPair withDifficulty(Difficulty measured) {
    return with(answer, solution, reasoning, quality, validation, measured);
  }

  /** The same with what fresh solutions said. */
  public QaPair withValidation(PairValidation votes) {
    return with(answer, solution, reasoning, quality, votes, difficulty);
  }

  /** The same question with another answer and its solution. */
  public QaPair withAnswer(String other, String worked) {
    return with(other, worked, "", quality, validation, difficulty);
  }

  private QaPair with(
      String newAnswer,
      String newSolution,
      String newReasoning,
      Quality newQuality,
      PairValidation newValidation,
      Difficulty newDifficulty) {
    return new QaPair(
        id,
        origin,
        dataset,
        composition,
        topics,
        knowledgePoints,
        question,
        newSolution,
        newAnswer,
        model,
        sample,
        prompt,
        call,
        cost,
        questionType,
        license,
        source,
        newReasoning,
        newQuality,
        newValidation,
        newDifficulty);
  }
}
