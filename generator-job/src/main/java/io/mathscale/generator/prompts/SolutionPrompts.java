package io.mathscale.generator.prompts;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Message;
import io.mathscale.core.prompts.PromptTemplate;
import java.util.List;
import java.util.Map;

/** Makes the prompts that ask for the solution of a question. */
public final class SolutionPrompts {
  private SolutionPrompts() {}

  /** The conversation that asks a question. */
  public static List<Message> messages(PromptTemplate template, String question) {
    return template.render(Map.of("question", question));
  }

  /**
   * Checks that a template shows the question, and nothing that is not there.
   *
   * @param key of the configuration, for messages
   * @throws ConfigException when it does not
   */
  public static void require(String key, PromptTemplate template) {
    String shown;
    try {
      shown = String.valueOf(messages(template, "a question"));
    } catch (RuntimeException e) {
      throw new ConfigException(
          "%s must have no gaps but question: %s (%s)"
              .formatted(key, template.version(), e.getMessage()),
          e);
    }

    if (!shown.contains("a question")) {
      throw new ConfigException(key + " must have the gap question: " + template.version());
    }
  }
}
