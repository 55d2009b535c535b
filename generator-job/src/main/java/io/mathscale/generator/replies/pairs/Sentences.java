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
    String trimmed = Ends.trimmed(text);
    String last = trimmed.substring(trimmed.lastIndexOf("\n\n") + 1).strip();
    List<String> sentences = new ArrayList<>();
    int end = last.length();
    int dollars = 0;
    for (int at = last.length() - 2; at > 0; at--) {
      char c = last.charAt(at);
      dollars += last.charAt(at + 1) == '$' ? 1 : 0;
      boolean isPoint = ".!?".indexOf(c) >= 0 && Character.isWhitespace(last.charAt(at + 1));
      boolean isLine = c == '\n';
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
}
