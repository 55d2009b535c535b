package io.mathscale.core.model.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.mathscale.core.data.Message;
import io.mathscale.core.model.ChatRequest;

/** Shortens what servers say for messages, so that it fits and repeats no prompt. */
final class Quotes {
  /** A prompt is recognised by so many of its first characters. */
  private static final int RECOGNISED = 24;

  /** Shorter prompts are not looked for: they are words of any message. */
  private static final int SHORTEST_PROMPT = 8;

  private Quotes() {}

  /** The first characters of a text on one line. */
  static String start(String text, int maxCharacters) {
    String head = text.length() > 4 * maxCharacters ? text.substring(0, 4 * maxCharacters) : text;
    String line = head.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() <= maxCharacters ? line : line.substring(0, maxCharacters) + "…";
  }

  /** A text up to the place where it begins to repeat the prompt. */
  static String withoutPrompt(String text, ChatRequest request) {
    int end = text.length();
    for (Message message : request.messages()) {
      String prompt = message.content().strip();
      if (prompt.length() >= SHORTEST_PROMPT) {
        String head = prompt.substring(0, Math.min(RECOGNISED, prompt.length()));
        String escaped = new String(JsonStringEncoder.getInstance().quoteAsString(head));
        end = earlier(end, text.indexOf(head));
        end = earlier(end, text.indexOf(escaped));
      }
    }

    return end == text.length() ? text : text.substring(0, end) + "[prompt]";
  }

  private static int earlier(int end, int found) {
    return found < 0 ? end : Math.min(end, found);
  }
}
