package io.mathscale.core.text;

import io.mathscale.core.identity.StableHash;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * When two questions are the same: after Unicode normalisation (NFKC, so that full-width digits and
 * ligatures equal plain ones) and with every run of white space as one space. Case counts, since
 * {@code n} and {@code N} are different things in mathematics; so does punctuation. Ids of seeds
 * are made so; what is alike in all but typography is told by {@link NormalForm}.
 */
public final class QuestionText {
  private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}]+");

  private QuestionText() {}

  /** The form in which questions are compared. */
  public static String normalised(String question) {
    String composed = Normalizer.normalize(question, Normalizer.Form.NFKC);
    return WHITE_SPACE.matcher(composed).replaceAll(" ").strip();
  }

  /** The content id of a question: equal for questions that are the same. */
  public static String id(String question) {
    return StableHash.contentId(normalised(question));
  }
}
