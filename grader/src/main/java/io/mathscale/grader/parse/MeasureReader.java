package io.mathscale.grader.parse;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Num;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.expression.Units;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads answers that are one measure in several units, such as {@code 2 h 30 min}, {@code 5'6"} and
 * {@code 2 hours and 30 minutes}.
 */
final class MeasureReader {
  private static final int LONGEST = 80;

  private static final String PART =
      "(\\d{1,9}(?:\\.\\d{1,9})?)\\s*-?\\s*(\\p{L}{1,12}\\.?|''|[\"'°])";
  private static final Pattern WHOLE =
      Pattern.compile("\\s*" + PART + "(?:(?:\\s*,)?\\s*(?:and\\s+|又|零)?" + PART + "){1,3}\\s*");
  private static final Pattern ONE = Pattern.compile(PART);

  private static final Pattern RAISED_PRIME = Pattern.compile("\\^ *'");
  private static final Pattern RAISED_CIRCLE = Pattern.compile("\\^ *\\\\circ");

  private MeasureReader() {}

  /** The quantity in the smallest of its units, or empty if the text is no such measure. */
  static Optional<Node> read(String text) {
    if (text.length() > LONGEST || !mayBeMeasure(text)) {
      return Optional.empty();
    }
    String plain = WordAnswers.withoutTextCommands(text);
    String words = hasSigns(plain) ? withPlainSigns(plain) : plain;
    if (!WHOLE.matcher(words).matches()) {
      return Optional.empty();
    }
    Node.Quantity total = null;
    Matcher part = ONE.matcher(words);
    while (part.find()) {
      Num value = new Num(Rational.of(new BigDecimal(part.group(1))));
      Node.Quantity next = new Node.Quantity(value, unit(part.group(2), total));
      Optional<Node.Quantity> sum =
          total == null ? Optional.of(next) : CompoundUnits.plus(total, next);
      if (sum.isEmpty()) {
        return Optional.empty();
      }
      total = sum.get();
    }
    return Optional.ofNullable(total);
  }

  private static boolean hasSigns(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' || c == '^' || c > 127) {
        return true;
      }
    }
    return false;
  }

  private static String withPlainSigns(String text) {
    String signs = text.replace("\\prime", "'").replace("^\\circ", "°");
    signs = RAISED_PRIME.matcher(signs).replaceAll("'");
    signs = RAISED_CIRCLE.matcher(signs).replaceAll("°");
    return signs.replace('′', '\'').replace('’', '\'').replace('″', '"').replace('”', '"');
  }

  /** Whether it starts with a number, has another one, and has no sign between formulas. */
  private static boolean mayBeMeasure(String text) {
    int numbers = 0;
    boolean isInNumber = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isDigit = Lexer.isDigit(c);
      if (numbers == 0 && !isDigit && c != ' ' && c != '$') {
        return false;
      }
      if ("=+*/()<>|[]_&".indexOf(c) >= 0) {
        return false;
      }
      if (c == '\\' && i + 1 < text.length() && "fsdp".indexOf(text.charAt(i + 1)) >= 0) {
        boolean isPrime = text.startsWith("prime", i + 1);
        if (!isPrime) {
          return false;
        }
      }
      numbers += isDigit && !isInNumber ? 1 : 0;
      isInNumber = isDigit || (isInNumber && (c == '.' || c == ','));
    }
    return numbers > 1;
  }

  /** The unit that a sign or letter means beside the units before it. */
  private static String unit(String sign, Node.Quantity before) {
    String kind = before == null ? "" : Units.parse(before.unit()).map(Units.Unit::kind).orElse("");
    return switch (sign) {
      case "°" -> "degree";
      case "'" -> kind.equals("angle") ? "arcminute" : "foot";
      case "\"", "''" -> kind.equals("angle") ? "arcsecond" : "inch";
      case "m" -> kind.equals("time") ? "min" : "m";
      case "分" -> kind.equals("time") ? "min" : sign;
      default -> sign;
    };
  }
}
