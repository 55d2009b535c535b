package io.mathscale.grader.extract;

import io.mathscale.grader.text.AnswerText;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows whether a question asks for a fraction in lowest terms, and whether a fraction is. */
public final class LowestTerms {
  private static final String[] DEMANDS = {
    "lowest terms", "simplest terms", "simplify the fraction", "reduce the fraction", "最简分数"
  };

  private static final Pattern FRACTION =
      Pattern.compile("-?(?:\\\\frac\\{(\\d{1,50})\\}\\{(\\d{1,50})\\}|(\\d{1,50})/(\\d{1,50}))");

  private static final int LONGEST = 300;

  private LowestTerms() {}

  /** Whether the question asks for lowest terms. */
  public static boolean demandedBy(String question) {
    String lower = AnswerText.lower(question);
    for (String demand : DEMANDS) {
      if (lower.contains(demand)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the answer is a fraction of whole numbers that have a divisor in common. */
  public static boolean misses(String answer) {
    if (answer.length() > LONGEST) {
      return false;
    }
    Matcher fraction = FRACTION.matcher(AnswerText.withoutLayout(answer));
    if (!fraction.matches()) {
      return false;
    }
    int first = fraction.group(1) == null ? 3 : 1;
    BigInteger above = new BigInteger(fraction.group(first));
    BigInteger below = new BigInteger(fraction.group(first + 1));
    return above.gcd(below).compareTo(BigInteger.ONE) > 0;
  }
}
