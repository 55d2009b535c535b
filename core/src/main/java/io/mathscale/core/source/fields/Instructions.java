package io.mathscale.core.source.fields;

import java.util.List;
import java.util.Locale;

/**
 * Takes the instructions off a question that was made a prompt: {@code Please reason step by step,
 * and put your final answer within \boxed{}.}
 */
public final class Instructions {
  /** No more sentences than this are taken off at an end. */
  private static final int MAX_SENTENCES = 6;

  /** A longer sentence is no instruction. */
  private static final int MAX_SENTENCE = 250;

  /**
   * What no question says: an empty box, and the forms that DAPO, verl and simple-evals ask for.
   */
  private static final List<String> MARKS =
      List.of(
          "\\boxed{}",
          "\\boxed{your answer}",
          "the last line of your response should be",
          "on its own line after \"answer:\"",
          "the final answer after \"####\"",
          "step by step and output",
          "please reason step by step",
          "let's think step by step",
          "the following math problem step by step",
          "solve the following math problem.",
          "$answer is the answer to the problem");

  private Instructions() {}

  /** The question alone; the text as it is where nothing else stands in it. */
  public static String stripped(String text) {
    String question = text.strip();
    for (int i = 0; i < MAX_SENTENCES; i++) {
      int start = lastSentence(question);
      int end = firstSentence(question);
      if (start > 0 && isInstruction(question.substring(start))) {
        question = question.substring(0, start).strip();
      } else if (end < question.length() && isInstruction(question.substring(0, end))) {
        question = question.substring(end).strip();
      } else {
        break;
      }
    }

    return question.isEmpty() ? text : question;
  }

  private static boolean isInstruction(String sentence) {
    String lower = sentence.toLowerCase(Locale.ROOT);
    return sentence.length() <= MAX_SENTENCE && MARKS.stream().anyMatch(lower::contains);
  }

  /** Where the last sentence begins. */
  private static int lastSentence(String text) {
    for (int at = text.length() - 2; at > 0; at--) {
      if (isEnd(text, at)) {
        return at + 1;
      }
    }

    return 0;
  }

  /** Where the first sentence ends. */
  private static int firstSentence(String text) {
    for (int at = 0; at < text.length() - 1; at++) {
      if (isEnd(text, at)) {
        return at + 1;
      }
    }

    return text.length();
  }

  private static boolean isEnd(String text, int at) {
    char next = text.charAt(at);
    boolean isStop = next == '.' || next == '?' || next == '!' || next == ':';
    return next == '\n' || (isStop && Character.isWhitespace(text.charAt(at + 1)));
  }
}
