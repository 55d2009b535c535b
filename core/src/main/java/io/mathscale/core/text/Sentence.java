package io.mathscale.core.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A sentence of a question in its normal form.
 *
 * @param tokens its tokens
 * @param isQuestion whether it ends with a question mark
 */
public record Sentence(List<String> tokens, boolean isQuestion) {
  /** Takes the tokens as they are. */
  public Sentence {
    tokens = List.copyOf(tokens);
  }

  /**
   * The sentences of a text, none of them empty: their tokens, one after the other, are those of
   * its {@link NormalForm}. A mark that space, an ideograph or the end of the text follows ends a
   * sentence.
   */
  public static List<Sentence> of(String text) {
    TokenScanner scanner = new TokenScanner(UnicodeForm.of(text));
    List<String> tokens = scanner.tokens();
    List<Sentence> sentences = new ArrayList<>();
    int start = 0;
    for (SentenceEnd end : scanner.sentenceEnds()) {
      int place = Math.min(end.tokens(), tokens.size()); // A brace may have gone since.
      if (place > start) {
        sentences.add(new Sentence(tokens.subList(start, place), end.isQuestion()));
        start = place;
      }
    }

    if (start < tokens.size()) {
      sentences.add(new Sentence(tokens.subList(start, tokens.size()), false));
    }

    return sentences.isEmpty()
        ? List.of(new Sentence(NormalForm.of(text).tokens(), false))
        : sentences;
  }
}
