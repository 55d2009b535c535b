package io.mathscale.generator.prompts;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.prompts.PromptTemplate;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;

/** Makes the prompts that ask for the concepts of seeds: the question, never the solution. */
public final class ExtractionPrompts implements MapFunction<SeedQuestion, Prompt> {
  private static final long serialVersionUID = 1L;

  /**
   * The form of the answer, in the subset of JSON Schema that services with structured output take:
   * every property required and no other allowed.
   *
   * @see <a href="https://platform.openai.com/docs/guides/structured-outputs">Structured
   *     outputs</a>
   */
  public static final String JSON_SCHEMA =
      """
      {"type": "object",
       "properties": {
         "topics": {"type": "array", "items": {"type": "string"}},
         "knowledge_points": {"type": "array", "items": {"type": "string"}}},
       "required": ["topics", "knowledge_points"],
       "additionalProperties": false}\
      """;

  private static final String QUESTION = "question";

  private final PromptTemplate template;

  private ExtractionPrompts(PromptTemplate template) {
    this.template = template;
  }

  /** A prompt for each seed. */
  public static Dataset<Prompt> from(Dataset<SeedQuestion> seeds, PromptTemplate template) {
    return seeds.map(new ExtractionPrompts(template), Prompt.ENCODER);
  }

  /**
   * Checks that a template asks about a question and about nothing that is not there.
   *
   * @throws ConfigException when it does not
   */
  public static void require(PromptTemplate template) {
    String sample = "1 + 1 = ?";
    try {
      boolean isAsked =
          template.render(Map.of(QUESTION, sample)).stream()
              .anyMatch(message -> message.content().contains(sample));
      if (!isAsked) {
        throw new ConfigException(
            "extract.prompt must have the gap {{question}}: " + template.version());
      }
    } catch (ConfigException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new ConfigException(
          "extract.prompt must have no gap but {{question}}: %s (%s)"
              .formatted(template.version(), e.getMessage()),
          e);
    }
  }

  @Override
  public Prompt call(SeedQuestion seed) {
    return new Prompt(seed.id(), 0, template.render(Map.of(QUESTION, seed.question())));
  }
}
