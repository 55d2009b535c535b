package io.mathscale.core.text;

import io.mathscale.core.identity.StableHash;
import java.util.ArrayList;
import java.util.List;

/**
 * A question as a list of tokens that is equal for questions which say the same in another
 * typography: case, white space, punctuation, Unicode form, LaTeX spacing, style and delimiters,
 * and the way in which a number is written do not count.
 *
 * <p>Operators, brackets and whole numbers are tokens, so that {@code x + 2} is not {@code x - 2};
 * so is each ideograph, since Chinese and Japanese put no space between words. A number is the only
 * token that begins with a digit. Variables are in lower case too: no two real questions are told
 * apart by {@code n} and {@code N} alone.
 *
 * @param tokens the tokens, none of them empty
 */
public record NormalForm(List<String> tokens) {
  /** Stands for a number in a template; no token of a question itself. */
  public static final String MASK = "#";

  /** Takes the tokens as they are. */
  public NormalForm {
    tokens = List.copyOf(tokens);
  }

  /**
   * The normal form of a text; takes time and memory in proportion to its length. A text of marks
   * alone is one token.
   */
  public static NormalForm of(String text) {
    List<String> tokens = new TokenScanner(UnicodeForm.of(text)).tokens();
    return new NormalForm(
        tokens.isEmpty() && !text.isBlank() ? List.of(QuestionText.normalised(text)) : tokens);
  }

  /** Whether a token is a number. */
  public static boolean isNumber(String token) {
    return token.charAt(0) >= '0' && token.charAt(0) <= '9';
  }

  /** Whether a token is a Han character or a syllable of Japanese, each of which is a token. */
  public static boolean isIdeograph(String token) {
    return TokenScanner.isIdeograph(token.codePointAt(0));
  }

  /**
   * The same with each number masked: equal for questions that differ in nothing but their numbers.
   */
  public NormalForm template() {
    List<String> masked = new ArrayList<>(tokens.size());
    for (String token : tokens) {
      masked.add(isNumber(token) ? MASK : token);
    }

    return new NormalForm(masked);
  }

  /** The numbers, in the order of the text. */
  public List<String> numbers() {
    return tokens.stream().filter(NormalForm::isNumber).toList();
  }

  /** The tokens with a space between each two. */
  public String text() {
    return String.join(" ", tokens);
  }

  /** The content id of the tokens: equal for equal normal forms. */
  public String id() {
    return StableHash.contentId(text());
  }
}
