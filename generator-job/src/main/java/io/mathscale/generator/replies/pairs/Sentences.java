package io.mathscale.generator.replies.pairs;

import io.mathscale.generator.replies.text.Ends;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Parts a text into sentences; a point within a formula ends none. */
final class Sentences {
  private Sentences() {}

  /** The sentences of the last paragraph; at least one, which may be empty. */
  static List<String> ofLastParagraph(String text) {
    String last = lastParagraphs(text, 1);
    boolean isFormula = last.startsWith("\\[") || last.startsWith("$$");
    last = isFormula ? lastParagraphs(text, 2) : last; // With the words that lead to it.
    List<String> sentences = new ArrayList<>();
    int end = last.length();
    int dollars = 0;
    for (int at = last.length() - 2; at > 0; at--) {
      char c = last.charAt(at);
      dollars += last.charAt(at + 1) == '$' ? 1 : 0;
      boolean isPoint = ".!?".indexOf(c) >= 0 && Character.isWhitespace(last.charAt(at + 1));
      boolean isLine = c == '\n' && !isFormula;
      if ((isPoint || isLine || "。！？".indexOf(c) >= 0) && dollars % 2 == 0) {
        String sentence = last.substring(at + 1, end).strip();
        if (!sentence.isEmpty()) {
          sentences.add(sentence);
          end = at + 1;
        }
      }
    }

    sentences.add(last.substring(0, end).strip());
    Collections.reverse(sentences);
    return sentences;
  }

  /** The last paragraphs, as many or fewer. */
  static String lastParagraphs(String text, int count) {
    String trimmed = Ends.trimmed(text);
    int from = trimmed.length();
    for (int i = 0; i < count && from > 0; i++) {
      from = trimmed.lastIndexOf("\n\n", from - 1);
    }

    return trimmed.substring(Math.max(0, from)).strip();
  }
}
