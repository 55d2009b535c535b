package io.mathscale.generator.decontaminate;

import io.mathscale.core.identity.StableHash;
import io.mathscale.core.text.NormalForm;
import io.mathscale.core.text.Shingles;
import io.mathscale.generator.near.Fingerprint;
import io.mathscale.generator.near.Opposites;
import java.util.List;
import java.util.SplittableRandom;

/** The normal form of a question as numbers, so that many fit into memory. */
final class CodedQuestion {
  private static final String SENTENCE_ENDS = ".?!。？！．";

  private final String question;
  private final NormalForm form;
  private final int[] codes;

  private CodedQuestion(String question, NormalForm form, int[] codes) {
    this.question = question;
    this.form = form;
    this.codes = codes;
  }

  static CodedQuestion of(String question) {
    NormalForm form = NormalForm.of(question);
    int[] codes = Shingles.hashes(form.tokens());
    for (int i = 0; i < codes.length; i++) {
      codes[i] = Codes.of(codes[i], kind(form.tokens(), i));
    }

    return new CodedQuestion(question, form, codes);
  }

  /**
   * Numbers, operators, variables, names of points, and words of which the letters are asked for:
   * changed, they ask for something else.
   */
  private static int kind(List<String> tokens, int place) {
    String token = tokens.get(place);
    boolean isSpelt = place > 0 && tokens.get(place - 1).equals("word");
    boolean isVariable =
        token.length() == 1
            && Character.isLetter(token.charAt(0))
            && !Character.isIdeographic(token.charAt(0))
            && !token.equals("a"); // The article.
    if (isVariable || isSpelt || Fingerprint.isValue(token)) {
      return Codes.FIXED;
    }

    return Opposites.isLabel(token) ? Codes.LABEL : Codes.WORD;
  }

  int[] codes() {
    return codes;
  }

  /** The tokens of a part, with a space between each two. */
  String text(int start, int end) {
    return String.join(" ", form.tokens().subList(start, end));
  }

  /** The same for questions of one normal form. */
  long exact() {
    return hash(form);
  }

  /** The same for questions of one template. */
  long template() {
    return hash(form.template());
  }

  /** The same for questions of the same tokens in any order. */
  long bag() {
    long bag = 0;
    for (int code : codes) {
      bag += new SplittableRandom(code).nextLong();
    }

    return bag;
  }

  /** The same for questions of the same sentences in any order; 0 for one of a single sentence. */
  long sentences() {
    long sentences = 0;
    int count = 0;
    int start = 0;
    for (int i = 0; i < question.length(); i++) {
      boolean isLast = i + 1 == question.length();
      if (isLast || isSentenceEnd(i)) {
        String sentence = question.substring(start, i + 1);
        if (!sentence.isBlank()) {
          sentences += hash(NormalForm.of(sentence));
          count++;
        }

        start = i + 1;
      }
    }

    return count < 2 ? 0 : sentences;
  }

  private boolean isSentenceEnd(int place) {
    char mark = question.charAt(place);
    return SENTENCE_ENDS.indexOf(mark) >= 0
        && (mark > Byte.MAX_VALUE || Character.isWhitespace(question.charAt(place + 1)));
  }

  boolean hasNumber() {
    return form.tokens().stream().anyMatch(NormalForm::isNumber);
  }

  private static long hash(NormalForm form) {
    List<String> tokens = form.tokens();
    return StableHash.hash(0, String.join(" ", tokens));
  }
}
