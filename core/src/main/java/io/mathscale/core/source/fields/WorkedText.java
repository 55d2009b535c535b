package io.mathscale.core.source.fields;

import java.util.List;

/** Tells worked solutions from answers, and what a model wrote from what it thought before. */
public final class WorkedText {
  private static final List<String> THOUGHT_BEGINS =
      List.of("<think>", "<thinking>", "<|begin_of_thought|>");
  private static final List<String> THOUGHT_ENDS =
      List.of("</think>", "</thinking>", "<|end_of_thought|>");

  /** Around the solution in OpenThoughts. */
  private static final List<String> SOLUTION_MARKS =
      List.of("<|begin_of_solution|>", "<|end_of_solution|>");

  /** A text with so many words is no bare answer. */
  private static final int MIN_WORDS = 8;

  /** Chinese has no blanks between words; so many characters count as one. */
  private static final int IDEOGRAPHS_A_WORD = 3;

  private WorkedText() {}

  /** Whether a text tells more than an answer alone: fields named {@code answer} hold either. */
  public static boolean isWorked(String text) {
    int words = 0;
    int letters = 0;
    for (int at = 0; at < text.length(); at++) {
      char next = text.charAt(at);
      if (Character.isIdeographic(next)) {
        words += 1;
        letters = 0;
      } else if (Character.isLetter(next)) {
        letters++;
      } else {
        boolean isCommand = at > letters && letters > 0 && text.charAt(at - letters - 1) == '\\';
        words += letters > 1 && !isCommand ? IDEOGRAPHS_A_WORD : 0;
        letters = 0;
      }
    }

    return words >= MIN_WORDS * IDEOGRAPHS_A_WORD;
  }

  /** What stands behind the thinking; nothing where the thinking does not end. */
  public static String withoutThinking(String text) {
    if (text.indexOf('<') < 0) {
      return text;
    }

    int end = 0;
    for (String mark : THOUGHT_ENDS) {
      int at = text.lastIndexOf(mark);
      end = at < 0 ? end : Math.max(end, at + mark.length());
    }

    String behind = text.substring(end);
    for (String mark : THOUGHT_BEGINS) {
      int open = behind.indexOf(mark);
      behind = open < 0 ? behind : behind.substring(0, open);
    }

    for (String mark : SOLUTION_MARKS) {
      behind = behind.replace(mark, "");
    }

    return end == 0 && behind.length() == text.length() ? text : behind.strip();
  }
}
