package io.mathscale.generator.prompts;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Message;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.prompts.PromptTemplate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;

/** Makes the prompts that ask for new pairs. */
public final class GenerationPrompts implements FlatMapFunction<CompositionPrompt, Prompt> {
  private static final long serialVersionUID = 1L;

  private final PromptTemplate template;
  private final int samples;

  private GenerationPrompts(PromptTemplate template, int samples) {
    this.template = template;
    this.samples = samples;
  }

  /** As many prompts for each composition as pairs are wanted of it. */
  public static Dataset<Prompt> from(
      Dataset<CompositionPrompt> compositions, PromptTemplate template, int samples) {
    return compositions.flatMap(new GenerationPrompts(template, samples), Prompt.ENCODER);
  }

  /**
   * Checks that a template shows topics and knowledge points, and nothing that is not there.
   *
   * @throws ConfigException when it does not
   */
  public static void require(PromptTemplate template) {
    CompositionPrompt sample =
        new CompositionPrompt(
            "",
            List.of("a topic"),
            List.of("a knowledge point"),
            List.of(new CompositionPrompt.Example(0, "a question", "a solution")));
    String shown;
    try {
      shown = String.valueOf(messages(template, sample));
    } catch (RuntimeException e) {
      throw new ConfigException(
          "generate.prompt must have no gaps but topics, knowledgePoints and examples (number,"
              + " question, solution): %s (%s)".formatted(template.version(), e.getMessage()),
          e);
    }

    if (!shown.contains("a topic") || !shown.contains("a knowledge point")) {
      throw new ConfigException(
          "generate.prompt must have the gaps topics and knowledgePoints: " + template.version());
    }
  }

  @Override
  public Iterator<Prompt> call(CompositionPrompt composition) {
    List<Message> messages = messages(template, composition);
    List<Prompt> prompts = new ArrayList<>();
    for (int sample = 0; sample < samples; sample++) {
      prompts.add(new Prompt(composition.id(), sample, messages));
    }

    return prompts.iterator();
  }

  private static List<Message> messages(PromptTemplate template, CompositionPrompt composition) {
    List<Map<String, Object>> examples = new ArrayList<>();
    for (CompositionPrompt.Example example : composition.examples()) {
      examples.add(
          Map.of(
              "number", examples.size() + 1,
              "question", example.question(),
              "solution", example.solution()));
    }

    return template.render(
        Map.of(
            "topics", composition.topics(),
            "knowledgePoints", composition.knowledgePoints(),
            "examples", examples));
  }
}
