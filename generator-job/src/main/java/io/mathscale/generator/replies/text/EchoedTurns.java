package io.mathscale.generator.replies.text;

import java.util.List;

/**
 * Drops the turns of system and user with which a reply begins where the model repeats its prompt
 * with the marks of its chat template.
 */
final class EchoedTurns {
  /** A prompt that is repeated begins within so many characters. */
  private static final int LONGEST_BEGINNING = 80;

  /**
   * The marks of a template's turns.
   *
   * @param prompt with what a turn of the system or the user begins, in small letters
   * @param reply with what the model's turn begins
   */
  private record Marks(List<String> prompt, String reply) {}

  private static final List<Marks> TEMPLATES =
      List.of(
          new Marks(List.of("[inst]"), "[/INST]"),
          new Marks(List.of("<|im_start|>user", "<|im_start|>system"), "<|im_start|>assistant"),
          new Marks(List.of("<start_of_turn>user"), "<start_of_turn>model"),
          new Marks(
              List.of(
                  "<|start_header_id|>user<|end_header_id|>",
                  "<|start_header_id|>system<|end_header_id|>"),
              "<|start_header_id|>assistant<|end_header_id|>"),
          new Marks(List.of("<|user|>", "<|system|>"), "<|assistant|>"),
          new Marks(List.of("<｜user｜>"), "<｜Assistant｜>"));

  private EchoedTurns() {}

  /** What the model says in its first turn and behind; the text as it is where that is nothing. */
  static String dropped(String text) {
    String stripped = text.strip();
    String beginning =
        Letters.lower(stripped.substring(0, Math.min(stripped.length(), LONGEST_BEGINNING)))
            .replace("<s>", "")
            .replace("<bos>", "")
            .replace("<|begin_of_text|>", "")
            .strip();
    for (Marks marks : TEMPLATES) {
      boolean isEcho = marks.prompt.stream().anyMatch(beginning::startsWith);
      int reply = isEcho ? text.indexOf(marks.reply) : -1;
      String said = reply < 0 ? "" : text.substring(reply + marks.reply.length());
      if (!said.isBlank()) {
        return said;
      }
    }

    return text;
  }
}
