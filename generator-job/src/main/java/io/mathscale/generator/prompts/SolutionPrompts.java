package io.mathscale.generator.prompts;

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
}
