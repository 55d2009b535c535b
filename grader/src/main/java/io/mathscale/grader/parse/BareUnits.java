package io.mathscale.grader.parse;

import io.mathscale.grader.expression.Units;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the unit of an answer whose letters could be read as a product of variables, such as {@code
 * 6 m/s^2}, {@code 6\ \Omega}, {@code 9 men} and {@code Rs. 120}.
 *
 * @param text the answer with its unit marked as text
 * @param reading how likely the letters are a unit
 */
public record BareUnits(String text, Reading reading) {
  /** How likely letters behind a number are its unit. */
  public enum Reading {
    /** They are hardly variables. */
    CERTAIN,
    /** They are as likely variables. */
    POSSIBLE,
    /** They are variables unless another answer has a unit as well. */
    BESIDE_UNIT
  }

  private static final int LONGEST = 120;

  private static final Set<String> VALUE_COMMANDS =
      Set.of("times", "cdot", "sqrt", "pi", "left", "right", "dfrac", "frac", "tfrac");

  private static final Pattern LABEL =
      Pattern.compile("^\\s*[A-Za-z](?:_\\{?\\w{1,9}\\}?)?\\s*=\\s*");

  private static final Pattern MONEY_BEFORE =
      Pattern.compile(
          "^\\s*(?:\\\\(?:text|mathrm)\\s*\\{\\s*)?(Rs\\.?|INR|₹|JPY|KRW|CHF)(?:\\s|\\\\[ ,;]|\\}|~)*"
              + "(-?\\d[\\d.,]*?)(?:/-)?\\.?\\s*\\}?$");

  private static final String TYPES =
      "\\\\(?:text(?:rm|bf|it|sf|normal)?|mathrm|mathbf|mathit|mathsf|mbox|rm)\\b";
  private static final Pattern TYPE = Pattern.compile(TYPES);
  private static final Pattern TYPED = Pattern.compile(TYPES + "\\s*\\{([^{}]*)\\}");

  private static final Pattern FRACTION =
      Pattern.compile("\\\\[dt]?frac\\s*\\{([^{}]*)\\}\\s*\\{([^{}]*)\\}");

  private static final Pattern GAP = Pattern.compile("\\\\[ ,;:!]|~|\\\\q?quad\\b|\\s+");
  private static final Pattern GAPS = Pattern.compile("^(?:" + GAP.pattern() + ")+");
  private static final Pattern TIMES = Pattern.compile("\\\\cdot\\b|\\\\times\\b|[·⋅∙×*]");
  private static final Pattern EXPONENT =
      Pattern.compile("\\s*\\^\\s*\\{?\\s*([-−]?[123])\\s*\\}?");

  private static final String WORD_WITH_POWER = "[\\p{L}₹]{1,20}\\.?(?:\\^-?[123])?";

  /** A product of powers of words, divided by others. */
  private static final Pattern UNIT =
      Pattern.compile(
          "(?:/|per )?" + WORD_WITH_POWER + "(?:(?: |/\\(?)" + WORD_WITH_POWER + "\\)?){0,3}");

  /** Letters that are units by convention and variables as often. */
  private static final String ONE_LETTER = "mgshlLJNWVAK";

  /** The same where the letter stands close to the number: {@code 32m}. */
  private static final String CLOSE_LETTER = "mgLJWV";

  /** Signs of one letter that are no variables. */
  private static final Set<String> SIGNS = Set.of("Ω", "₹");

  /** Two letters that are units and products of variables as often. */
  private static final Set<String> LIKE_PRODUCTS = Set.of("ms", "ns", "pH");

  /** {@code kWh} and {@code kPa} are never products. */
  private static final Pattern MIXED_CASE = Pattern.compile("[a-z][A-Z]|[A-Z]{2}[a-z]");

  /** Letters that are units beside each other: {@code m/s^2}, {@code m s^-1}, {@code m^3}. */
  private static final Pattern COMPOSED =
      Pattern.compile(
          "m\\^[23]|N m|/[sm]|(?:[mgNJLWV]|N m)(?:\\^[23])?/[smhLCV](?:\\^[23])?"
              + "|(?:[mgNJLWV](?:\\^[23])? ?)?[smhLCK]\\^-[123]");

  /** Three letters of variables, which make no word. */
  private static final Pattern VARIABLES = Pattern.compile("[abcdxyz]+");

  private static final Pattern WORD =
      Pattern.compile("(?=[a-z]*[aeiou])(?=[a-z]*[^aeiou])[a-z]{3,20}");

  /** The answer with its unit marked, or empty if it is no number with a unit. */
  public static Optional<BareUnits> of(String answer) {
    if (answer.length() > LONGEST || !mayBe(answer)) {
      return Optional.empty();
    }
    String plain = withoutDollars(answer);
    Matcher money = MONEY_BEFORE.matcher(plain);
    if (money.matches()) {
      boolean isRupee = money.group(1).startsWith("Rs") || money.group(1).equals("₹");
      String name = isRupee ? "rupee" : money.group(1).toLowerCase(Locale.ROOT);
      String marked = money.group(2) + "\\text{" + name + "}";
      return Optional.of(new BareUnits(marked, Reading.CERTAIN));
    }
    Matcher label = LABEL.matcher(plain);
    String start = label.lookingAt() ? label.group() : "";
    return ofValue(start, plain.substring(start.length()));
  }

  /** The answer without the signs around its mathematics, behind which is text. */
  private static String withoutDollars(String answer) {
    String plain = answer.replace("$$", "$").replace("\\(", "$").replace("\\)", "$").strip();
    int close = plain.indexOf('$', 1);
    boolean isWrapped = plain.startsWith("$") && close > 0 && plain.indexOf('$', close + 1) < 0;
    if (!isWrapped) {
      return plain;
    }
    // letters behind mathematics are no variables
    String behind = plain.substring(close + 1).strip();
    return plain.substring(1, close) + (behind.isEmpty() ? "" : "\\rm " + behind);
  }

  private static boolean mayBe(String answer) {
    boolean hasDigit = false;
    boolean hasLetter = false;
    for (int i = 0; i < answer.length(); i++) {
      char c = answer.charAt(i);
      if ("+<>|[]&;:!'\"".indexOf(c) >= 0 && (i == 0 || answer.charAt(i - 1) != '\\')) {
        return false;
      }
      hasDigit |= Lexer.isDigit(c);
      hasLetter |= hasDigit && (Character.isLetter(c) || c == '₹');
      if (!hasDigit && (c == '₹' || c == 'R' || c == 'I' || c == 'J' || c == 'K' || c == 'C')) {
        hasLetter = true;
      }
    }
    return hasDigit && hasLetter;
  }

  private static Optional<BareUnits> ofValue(String label, String measure) {
    int end = valueEnd(measure);
    if (end <= 0 || end >= measure.length()) {
      return Optional.empty();
    }
    String behind = measure.substring(end);
    String number = measure.substring(0, end).strip();
    String unit = normal(behind);
    boolean isMeasure =
        !number.isEmpty() && Lexer.isDigit(lastDigit(number)) && UNIT.matcher(unit).matches();
    if (!isMeasure || isMathematical(unit)) {
      return Optional.empty();
    }
    String marked = label + number + "\\text{" + spelled(unit) + "}";
    boolean isTyped = TYPE.matcher(GAPS.matcher(behind).replaceFirst("")).lookingAt();
    boolean isSpaced = isTyped || GAP.matcher(behind).lookingAt();
    if (Units.parse(spelled(unit)).isPresent()) {
      return Optional.of(
          new BareUnits(marked, isTyped ? Reading.CERTAIN : reading(unit, isSpaced)));
    }
    boolean areWords = isSpaced;
    for (String word : unit.split("[ /]+")) {
      areWords &= WORD.matcher(word).matches() && !areVariables(word);
    }
    return areWords ? Optional.of(new BareUnits(marked, Reading.POSSIBLE)) : Optional.empty();
  }

  /** How likely a known unit is one. */
  private static Reading reading(String unit, boolean isSpaced) {
    boolean hasName = false;
    boolean hasLetters = false;
    int words = 0;
    for (String word : unit.split("[^\\p{L}₹.]+")) {
      if (!word.isEmpty()) {
        words++;
        hasName |= word.length() >= 3;
        hasLetters |= SIGNS.contains(word) || (word.length() == 2 && !LIKE_PRODUCTS.contains(word));
      }
    }
    boolean isComposed = COMPOSED.matcher(unit).matches();
    boolean isCertain =
        isSpaced ? hasName || hasLetters || isComposed : hasName && MIXED_CASE.matcher(unit).find();
    if (isCertain) {
      return Reading.CERTAIN;
    }
    boolean mayBeOne =
        words == 1 && (isSpaced ? ONE_LETTER : CLOSE_LETTER).indexOf(unit.charAt(0)) >= 0;
    boolean isPossible =
        hasName || isComposed || mayBeOne || (isSpaced && LIKE_PRODUCTS.contains(unit));
    return isPossible ? Reading.POSSIBLE : Reading.BESIDE_UNIT;
  }

  /** Letters such as {@code abc} and {@code uvw}. */
  private static boolean areVariables(String word) {
    boolean areNeighbours = word.length() == 3;
    for (int i = 1; i < word.length(); i++) {
      areNeighbours &= word.charAt(i) == word.charAt(i - 1) + 1;
    }
    return areNeighbours || VARIABLES.matcher(word).matches();
  }

  private static char lastDigit(String number) {
    int at = number.length() - 1;
    while (at > 0 && "} )".indexOf(number.charAt(at)) >= 0) {
      at--;
    }
    return number.startsWith("\\pi", Math.max(0, at - 2)) ? '3' : number.charAt(at);
  }

  /** Where the value ends and its unit begins, or −1 if something else stands before. */
  private static int valueEnd(String measure) {
    int end = -1;
    int depth = 0;
    int i = 0;
    while (i < measure.length()) {
      char c = measure.charAt(i);
      if (Lexer.isDigit(c)) {
        i++;
        end = depth == 0 ? i : end;
      } else if ("{}".indexOf(c) >= 0) {
        depth += c == '{' ? 1 : -1;
        i++;
        end = depth == 0 ? i : end;
      } else if (" .,/-−^×*".indexOf(c) >= 0) {
        i++;
      } else if (c == '\\') {
        int next = i + 1;
        while (next < measure.length() && Lexer.isAsciiLetter(measure.charAt(next))) {
          next++;
        }
        String name = measure.substring(i + 1, next);
        boolean isUnitFraction =
            name.endsWith("frac") && (next + 1 >= measure.length() || !isNumberAt(measure, next));
        if (name.isEmpty()
            && next < measure.length()
            && ",;! ".indexOf(measure.charAt(next)) >= 0) {
          i = next + 1;
        } else if (VALUE_COMMANDS.contains(name) && !isUnitFraction) {
          i = next;
          end = name.equals("pi") && depth == 0 ? i : end;
        } else {
          return depth == 0 ? end : -1;
        }
      } else {
        return depth == 0 ? end : -1;
      }
    }
    return -1;
  }

  /** Whether a digit or a brace with a digit stands here. */
  private static boolean isNumberAt(String text, int at) {
    int digit = text.charAt(at) == '{' ? at + 1 : at;
    return Lexer.isDigit(text.charAt(digit));
  }

  /** The unit without commands, with single spaces: {@code kg m/s^2}. */
  private static String normal(String behind) {
    String unit = behind.replace("²", "^2").replace("³", "^3").replace("⁻¹", "^-1");
    unit = unit.replace("⁻^2", "^-2").replace("⁻^3", "^-3");
    unit = unit.replace("\\Omega", " Ω").replace("\\mu", "\u00b5").replace("$", "");
    unit = unit.replace('\u2126', 'Ω').replace('\u03bc', '\u00b5');
    unit = TYPED.matcher(unit).replaceAll(" $1 ");
    unit = TYPE.matcher(unit).replaceAll(" ");
    unit = TIMES.matcher(unit).replaceAll(" ");
    unit = EXPONENT.matcher(unit).replaceAll("^$1 ").replace('−', '-');
    unit = FRACTION.matcher(unit).replaceAll("$1/$2");
    unit = unit.replace('{', ' ').replace('}', ' ');
    unit = GAP.matcher(unit).replaceAll(" ").strip();
    unit =
        unit.replace(" /", "/").replace("/ ", "/").replace(" ^", "^").replace("\u00b5 ", "\u00b5");
    return unit.endsWith(".") ? unit.substring(0, unit.length() - 1).strip() : unit;
  }

  private static boolean isMathematical(String unit) {
    String word = unit.toLowerCase(Locale.ROOT);
    return MathVocabulary.FUNCTIONS.containsKey(word)
        || MathVocabulary.CONSTANTS.containsKey(word)
        || (MathVocabulary.LETTERS.contains(word) && !word.equals("psi"))
        || MathVocabulary.BEFORE_CONDITIONS.contains(word)
        || word.startsWith("degree")
        || word.startsWith("percent")
        || word.startsWith("mod")
        || word.startsWith("or ")
        || word.startsWith("and ")
        || word.startsWith("to ");
  }

  /** The unit in a form that no letter of is read as a variable. */
  private static String spelled(String unit) {
    String name = unit.startsWith("/") ? "per " + unit.substring(1) : unit;
    return switch (name) {
      case "K" -> "kelvin";
      case "Ω" -> "ohm";
      default -> name.replace("(", "").replace(")", "");
    };
  }
}
