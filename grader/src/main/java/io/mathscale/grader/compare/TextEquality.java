package io.mathscale.grader.compare;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.NodeTraversal;
import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.limits.GradingLimits;
import io.mathscale.grader.limits.LimitReachedException;
import io.mathscale.grader.limits.StepBudget;
import io.mathscale.grader.normalize.Normalizer;
import io.mathscale.grader.parse.AnswerReader;
import io.mathscale.grader.parse.BareUnits;
import io.mathscale.grader.parse.WordAnswers;
import io.mathscale.grader.text.AnswerText;
import io.mathscale.grader.verdict.Rule;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Compares the texts of two answers: as they are written, as words and as mathematics, in the
 * readings that each may have.
 */
public final class TextEquality {
  /** {@code 1,22}: a comma before two digits, or four and more, groups no thousands. */
  private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d+,(?:\\d{2}|\\d{4,})");

  private static final Pattern GROUPED_DIGITS = Pattern.compile("\\d,[1-9]\\d{2}");

  /** {@code 1_000}, as programs write a thousand. */
  private static final Pattern GROUPED_BY_LINES = Pattern.compile("-?\\d{1,3}(?:_\\d{3}){1,9}");

  private static final Pattern ORDINAL = Pattern.compile("(?:10|[1-9])(?:st|nd|rd|th)");

  private static final Pattern PROGRAM_EXPONENT = Pattern.compile("-?\\d{1,9}[eE][-+]?\\d{1,2}");

  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,99}\\.\\d{1,99}");

  private static final Pattern HEXADECIMAL = Pattern.compile("-?0[xX][0-9a-fA-F]++");

  /** Letters in another type, which are no exponent or subscript. */
  private static final Pattern TYPE =
      Pattern.compile(
          "(?<![\\^_])(?<![\\^_] )\\\\(?:text(?:rm|bf|it|sf|normal)?|mathrm|mathbf|mathit|mathsf|mbox)"
              + "\\{ *([A-Za-z]{2,})\\.? *\\}");

  private final AnswerReader reader;

  /**
   * A comparison of the texts of one verdict.
   *
   * @param reader reads them
   */
  public TextEquality(AnswerReader reader) {
    this.reader = reader;
  }

  /** Whether the two are the same but for white space and layout. */
  public static boolean areSame(String left, String right) {
    return areTooLong(left, right)
        ? left.equals(right)
        : !left.isBlank() && AnswerText.sameWithoutLayout(left, right);
  }

  /** Whether one of the two has more characters than are compared by meaning. */
  public static boolean areTooLong(String left, String right) {
    return left.length() > GradingLimits.MAX_CHARACTERS
        || right.length() > GradingLimits.MAX_CHARACTERS;
  }

  /** Whether the reference is one value, so that an answer with alternatives is not it. */
  public boolean isSingleValue(String gold) {
    try {
      Optional<Node> node = reader.read(AnswerText.clean(gold), true);
      return node.isPresent()
          && !(node.get() instanceof Node.Group)
          && !(node.get() instanceof Node.Union)
          && !(node.get() instanceof Node.Difference)
          && !(node.get() instanceof Node.Relation)
          && !(node.get() instanceof Node.Words);
    } catch (LimitReachedException limit) {
      return false;
    }
  }

  /** Compares an answer with the reference, either of which may be blank or too long. */
  public ComparisonResult compare(String prediction, String gold) {
    String left = prediction.strip();
    String right = gold.strip();
    if (left.isEmpty() || right.isEmpty()) {
      return ComparisonResult.wrong(Rule.NO_ANSWER);
    }
    if (areTooLong(left, right)) {
      boolean areWhole = left.length() < GradingLimits.MAX_TEXT;
      return areWhole && left.equals(right)
          ? ComparisonResult.right(Rule.SAME_TEXT)
          : ComparisonResult.undecided(Rule.LIMIT);
    }
    return judgeClean(AnswerText.clean(left), AnswerText.clean(right));
  }

  private ComparisonResult judgeClean(String left, String right) {
    if (areSame(left, right)) {
      return ComparisonResult.right(Rule.SAME_TEXT);
    }
    if (isHexadecimal(left) && isHexadecimal(right)) {
      return ComparisonResult.of(left.equalsIgnoreCase(right), Rule.EXACT_NUMBER);
    }
    return yesOrNo(left, right).orElseGet(() -> read(left, right));
  }

  private static boolean isHexadecimal(String text) {
    return text.regionMatches(true, text.startsWith("-") ? 1 : 0, "0x", 0, 2)
        && HEXADECIMAL.matcher(text).matches();
  }

  private static Optional<ComparisonResult> yesOrNo(String left, String right) {
    Optional<String> first = WordAnswers.yesOrNo(left);
    return first.isEmpty()
        ? Optional.empty()
        : WordAnswers.yesOrNo(right)
            .map(second -> ComparisonResult.of(first.get().equals(second), Rule.YES_OR_NO));
  }

  private ComparisonResult read(String left, String right) {
    ComparisonResult result = meanings(left, right, true);
    if (result.isRight()) {
      return result;
    }
    boolean hasCommas = left.indexOf(',') > 0 || right.indexOf(',') > 0;
    boolean mayBeList =
        hasCommas && (GROUPED_DIGITS.matcher(left).find() || GROUPED_DIGITS.matcher(right).find());
    if (mayBeList && meanings(left, right, false).isRight()) {
      return ComparisonResult.right(Rule.SET);
    }
    Optional<ComparisonResult> measures = measures(left, right);
    if (measures.isPresent()) {
      return measures.get();
    }
    if (GROUPED_BY_LINES.matcher(left).matches() != GROUPED_BY_LINES.matcher(right).matches()
        && meanings(left.replace("_", ""), right.replace("_", ""), true).isRight()) {
      return ComparisonResult.right(Rule.EXACT_NUMBER);
    }
    if (isOrdinal(left, right) || isOrdinal(right, left)) {
      return ComparisonResult.right(Rule.WORDS);
    }
    boolean hasComma =
        hasCommas
            && DECIMAL_COMMA.matcher(left).matches() != DECIMAL_COMMA.matcher(right).matches();
    if (hasComma && left.replace(',', '.').equals(right.replace(',', '.'))) {
      return ComparisonResult.right(Rule.EXACT_NUMBER);
    }
    if (isProgramExponent(left, right) || isProgramExponent(right, left)) {
      return ComparisonResult.right(Rule.EXACT_NUMBER);
    }
    if (hasType(left) != hasType(right) && areSame(withoutType(left), withoutType(right))) {
      return ComparisonResult.right(Rule.SAME_TEXT);
    }
    boolean areUnread = result.rule() == Rule.NOT_UNDERSTOOD;
    return areUnread && WordAnswers.isSentence(left) && WordAnswers.same(left, right)
        ? ComparisonResult.right(Rule.WORDS)
        : result;
  }

  /** {@code first} is {@code 1st}. */
  private static boolean isOrdinal(String words, String number) {
    return ORDINAL.matcher(number).matches()
        && WordAnswers.ordinal(words)
            .filter(place -> number.startsWith(place.toString()))
            .filter(place -> number.length() == place.toString().length() + 2)
            .isPresent();
  }

  /** {@code 1e-3} may be e − 3, but beside the decimal 0.001 it is how a program writes that. */
  private static boolean isProgramExponent(String exponential, String decimal) {
    boolean hasExponent = exponential.indexOf('e') > 0 || exponential.indexOf('E') > 0;
    return hasExponent
        && PROGRAM_EXPONENT.matcher(exponential).matches()
        && DECIMAL.matcher(decimal).matches()
        && new BigDecimal(exponential).compareTo(new BigDecimal(decimal)) == 0;
  }

  private static boolean hasType(String answer) {
    return answer.contains("\\text") || answer.contains("\\math") || answer.contains("\\mbox");
  }

  /** {@code \\text{AC}} is {@code AC}. */
  private static String withoutType(String answer) {
    return TYPE.matcher(answer)
        .replaceAll(
            type ->
                type.start() > 0 && Character.isLetter(answer.charAt(type.start() - 1))
                    ? " $1"
                    : "$1");
  }

  /**
   * The verdict where letters behind a number are read as its unit, or empty if they are none. A
   * unit that may be a product of variables does not make an answer without a unit right.
   */
  private Optional<ComparisonResult> measures(String left, String right) {
    Optional<BareUnits> first = BareUnits.of(left);
    Optional<BareUnits> second = BareUnits.of(right);
    if (first.isEmpty() && second.isEmpty()) {
      return Optional.empty();
    }
    String leftText = first.map(BareUnits::text).orElse(left);
    String rightText = second.map(BareUnits::text).orElse(right);
    Optional<Node> one = readable(leftText);
    Optional<Node> other = readable(rightText);
    if (one.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    ComparisonResult measured = meanings(leftText, rightText, true);
    if (isMeasured(one.get()) && isMeasured(other.get())) {
      return Optional.of(measured);
    }
    Node plainSide = isMeasured(one.get()) ? other.get() : one.get();
    BareUnits.Reading reading = (first.isPresent() ? first : second).get().reading();
    boolean decides =
        isNumber(plainSide) && reading != BareUnits.Reading.BESIDE_UNIT && !measured.isWrong();
    if (!decides) {
      return Optional.empty();
    }
    return Optional.of(
        reading == BareUnits.Reading.CERTAIN ? measured : ComparisonResult.undecided(Rule.UNITS));
  }

  private static boolean isNumber(Node node) {
    boolean isFormula =
        node instanceof Node.Num
            || node instanceof Node.Decimal
            || node instanceof Node.Constant
            || node instanceof Node.Sum
            || node instanceof Node.Product
            || node instanceof Node.Power
            || node instanceof Node.Call;
    return isFormula && !NodeTraversal.hasVariable(node);
  }

  private Optional<Node> readable(String text) {
    try {
      return reader.read(text, true);
    } catch (LimitReachedException limit) {
      return Optional.empty();
    }
  }

  private static boolean isMeasured(Node node) {
    return node instanceof Node.Quantity
        || (node instanceof Node.Relation relation
            && relation.terms().get(relation.terms().size() - 1) instanceof Node.Quantity);
  }

  private ComparisonResult meanings(String left, String right, boolean groupsThousands) {
    try {
      Optional<Node> first = reader.read(left, groupsThousands);
      Optional<Node> second = reader.read(right, groupsThousands);
      if (first.isEmpty() || second.isEmpty()) {
        return ComparisonResult.undecided(Rule.NOT_UNDERSTOOD);
      }
      StepBudget budget = new StepBudget();
      Normalizer normalizer = new Normalizer(budget);
      Node normalLeft = normalizer.normalize(first.get());
      if (first.get().equals(second.get())) {
        return ComparisonResult.right(Rule.SAME_FORMULA);
      }
      Node normalRight = normalizer.normalize(second.get());
      return new AnswerEquality(budget).compare(normalLeft, normalRight);
    } catch (LimitReachedException limit) {
      return ComparisonResult.undecided(Rule.LIMIT);
    } catch (UndefinedValueException undefined) {
      return ComparisonResult.undecided(Rule.NOT_UNDERSTOOD);
    }
  }
}
