package io.mathscale.generator.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells dollars around formulas from dollars before amounts. In a text with formulas between
 * dollars, all that are not escaped must come in pairs; in a text of amounts they need not.
 */
final class Dollars {
  /** So many words of prose between two dollars say that they are no pair. */
  private static final int PROSE_WORDS = 3;

  /** So many amounts are money; a single one may be a number whose second dollar is missing. */
  private static final int MIN_AMOUNTS = 3;

  private static final Set<String> SHORT_WORDS =
      Set.of(
          "a", "is", "of", "to", "we", "in", "so", "as", "an", "or", "if", "it", "be", "by", "at");

  private static final int NEAR = 60;

  /** What is said near a single amount. */
  private static final Set<String> MONEY =
      Set.of(
          "cost",
          "costs",
          "costing",
          "price",
          "priced",
          "prices",
          "pay",
          "pays",
          "paid",
          "paying",
          "sell",
          "sells",
          "sold",
          "selling",
          "buy",
          "buys",
          "bought",
          "spend",
          "spends",
          "spent",
          "earn",
          "earns",
          "earned",
          "save",
          "saves",
          "saved",
          "money",
          "dollars",
          "worth",
          "charge",
          "charges",
          "charged",
          "fee",
          "tax",
          "discount",
          "salary",
          "profit",
          "budget",
          "rent",
          "bill",
          "owes");

  private Dollars() {}

  /** What does not pair, if anything does not. */
  static Optional<String> fault(String text) {
    List<Integer> dollars = positions(text);
    if (dollars.isEmpty()) {
      return Optional.empty();
    }

    boolean hasFormula = false;
    boolean isPlain = true;
    boolean isNearMoney = false;
    int amounts = 0;
    int i = 0;
    while (i < dollars.size()) {
      int start = dollars.get(i);
      boolean isLast = i + 1 == dollars.size();
      String content = isLast ? "" : text.substring(start + 1, dollars.get(i + 1));
      boolean isProse =
          isLast || isProse(content) || (isPlainAmount(text, start) && content.endsWith(" "));
      boolean isOpenFormula = isLast && text.startsWith("\\boxed", text.lastIndexOf('\\'));
      if (isProse && isAmount(text, start) && !isOpenFormula) {
        isPlain &= isPlainAmount(text, start);
        isNearMoney |= isNearMoney(text, start);
        amounts++;
        i++; // An amount: the next dollar may open a formula.
      } else if (isProse) {
        return Optional.of("$ without another: " + around(text, start));
      } else {
        hasFormula |= isFormula(content);
        i += 2;
      }
    }

    boolean isOdd = dollars.size() % 2 == 1;
    boolean isMoney = isPlain && (amounts >= MIN_AMOUNTS || isNearMoney);
    return hasFormula && isOdd && !isMoney
        ? Optional.of("an odd number of $: " + dollars.size())
        : Optional.empty();
  }

  /** Whether words around an amount speak of money. */
  private static boolean isNearMoney(String text, int dollar) {
    int from = Math.max(0, dollar - NEAR);
    int until = Math.min(text.length(), dollar + NEAR);
    return Words.of(text.substring(from, until)).stream().anyMatch(MONEY::contains);
  }

  /** Where single dollars stand that are not escaped; two together count as one. */
  private static List<Integer> positions(String text) {
    List<Integer> positions = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\\') {
        i += 2;
      } else if (text.startsWith("[asy]", i) && text.indexOf("[/asy]", i) > 0) {
        i = text.indexOf("[/asy]", i);
      } else if (c == '$') {
        positions.add(i);
        i += text.startsWith("$$", i) ? 2 : 1;
      } else {
        i++;
      }
    }

    return positions;
  }

  /**
   * A number behind the dollar, with prose or the end of a sentence behind it; or one before it.
   */
  private static boolean isAmount(String text, int dollar) {
    if (dollar > 0 && Character.isDigit(text.charAt(dollar - 1))) {
      return true;
    }

    int next = dollar + 1;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }

    if (text.startsWith("<<", next) || text.startsWith("(", next)) {
      return true;
    }

    int end = next;
    while (end < text.length() && (isDigit(text.charAt(end)) || isInNumber(text, end))) {
      end++;
    }

    return end > next && (end == text.length() || "\\^_{".indexOf(text.charAt(end)) < 0);
  }

  /** {@code $45 each}: nothing but a number, and a word or the end of a sentence behind it. */
  private static boolean isPlainAmount(String text, int dollar) {
    int end = dollar + 1;
    while (end < text.length() && (isDigit(text.charAt(end)) || isInNumber(text, end))) {
      end++;
    }

    String behind = text.substring(end, Math.min(text.length(), end + 2));
    boolean isBeforeWord =
        behind.length() == 2 && behind.charAt(0) == ' ' && Character.isLetter(behind.charAt(1));
    boolean isAtEnd = behind.isEmpty() || ".,;:?!".indexOf(behind.charAt(0)) >= 0;
    return end > dollar + 1 && (isBeforeWord || isAtEnd);
  }

  private static boolean isInNumber(String text, int at) {
    char c = text.charAt(at);
    return (c == '.' || c == ',') && at + 1 < text.length() && isDigit(text.charAt(at + 1));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** A formula for certain: with a command, a power, an index, or one letter or number alone. */
  private static boolean isFormula(String content) {
    String stripped = content.replace("$", "").strip();
    boolean isSingle =
        (stripped.length() == 1 && Character.isLetter(stripped.charAt(0)))
            || (!stripped.isEmpty() && stripped.chars().allMatch(Character::isDigit));
    return isSingle
        || content.indexOf('\\') >= 0
        || content.indexOf('^') >= 0
        || content.indexOf('_') >= 0;
  }

  /** Whether several words of prose in a row stand outside of commands' arguments. */
  private static boolean isProse(String content) {
    if (content.contains("\n\n")) {
      return true;
    }

    int words = 0;
    int depth = 0;
    int i = 0;
    while (i < content.length()) {
      char c = content.charAt(i);
      if (c == '\\') {
        i = endOfLetters(content, i + 1);
        words = 0;
      } else if (Character.isLetter(c)) {
        int end = endOfLetters(content, i);
        boolean isWord = isWord(content.substring(i, end));
        words = depth > 0 || !isWord ? 0 : words + 1;
        i = end;
      } else {
        depth += c == '{' ? 1 : 0;
        depth -= c == '}' ? 1 : 0;
        boolean isBetweenWords = c == ' ' || c == ',' || c == '.' || c == '\n' || c == '\'';
        words = isBetweenWords ? words : 0;
        i++;
      }

      if (words >= PROSE_WORDS) {
        return true;
      }
    }

    return false;
  }

  private static boolean isWord(String letters) {
    return letters.length() > 2
        ? Character.isLowerCase(letters.charAt(letters.length() - 1))
        : SHORT_WORDS.contains(letters);
  }

  private static int endOfLetters(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }

    return Math.max(end, Math.min(from + 1, text.length()));
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - 20), Math.min(text.length(), at + 20));
  }
}
