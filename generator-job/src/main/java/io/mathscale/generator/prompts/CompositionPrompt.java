package io.mathscale.generator.prompts;

import io.mathscale.core.encoder.RecordEncoders;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * A composition with the texts of its examples, as the teacher sees it.
 *
 * @param id id of the composition
 * @param topics topics, in the order walked
 * @param knowledgePoints knowledge points, in the order walked
 * @param examples seeds, nearest first; those without solution and answer are left out
 */
public record CompositionPrompt(
    String id, List<String> topics, List<String> knowledgePoints, List<Example> examples) {
  /** Rows of this type, a column a component. */
  public static final Encoder<CompositionPrompt> ENCODER =
      RecordEncoders.of(CompositionPrompt.class);

  /**
   * A seed shown as an example.
   *
   * @param place place among the examples of the composition, from 0
   * @param question its question
   * @param solution its worked solution, or its answer where it has none
   */
  public record Example(int place, String question, String solution) {}
}
