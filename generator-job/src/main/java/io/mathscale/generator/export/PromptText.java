package io.mathscale.generator.export;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Message;
import io.mathscale.core.prompts.PromptTemplate;
import java.util.List;
import java.util.Map;

/**
 * A prompt of one message with one gap, the question, as the texts around it: {@code infer} sends
 * the same text for a question.
 *
 * @param before what stands before the question
 * @param after what stands after it
 */
record PromptText(String before, String after) {
  /** No question holds it. */
  private static final String GAP = "\u0001question\u0001";

  /**
   * The texts of a bundled prompt or a file.
   *
   * @throws ConfigException when it has more messages or another number of gaps
   */
  static PromptText load(String nameOrPath) {
    List<Message> messages =
        PromptTemplate.load("export.prompt", nameOrPath).render(Map.of("question", GAP));
    String text = messages.get(0).content();
    int gap = text.indexOf(GAP);
    if (messages.size() != 1 || gap < 0 || gap != text.lastIndexOf(GAP)) {
      throw new ConfigException(
          "export.prompt must be one message that names {{question}} once: " + nameOrPath);
    }

    return new PromptText(text.substring(0, gap), text.substring(gap + GAP.length()));
  }
}
