package io.mathscale.grader.parse;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Call;
import io.mathscale.grader.expression.Node.Num;
import io.mathscale.grader.expression.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads answers that are one number in a notation of its own: with a base in words or digits that
 * are letters, with a repeating part in brackets, or in Chinese words.
 */
final class NumeralReader {
  private static final int LONGEST = 60;
  private static final char FIRST_CHINESE = '\u3000';

  private static final Map<String, Integer> BASES =
      Map.ofEntries(
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("twelve", 12),
          Map.entry("sixteen", 16),
          Map.entry("binary", 2),
          Map.entry("octal", 8),
          Map.entry("decimal", 10),
          Map.entry("hexadecimal", 16),
          Map.entry("hex", 16));

  private static final Pattern BASE_IN_WORDS =
      Pattern.compile(
          "([0-9A-Fa-f]+)\\s*\\(?\\s*(?:in\\s+)?(?:base[- ]?\\s*(\\d{1,2}|[a-z]+)|(binary|octal|hex|hexadecimal))\\s*\\)?");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern LETTERS_IN_BASE = Pattern.compile("([0-9A-Za-z]+)_(\\d{1,2})");
  private static final Pattern REPEATING =
      Pattern.compile(
          "(-?)(\\d{1,40})\\.(\\d{0,40})\\((\\d{1,40})\\)(?:\\.\\.\\.|…|\\\\ldots|\\\\dots)?");

  private static final String CHINESE_DIGITS = "零一二三四五六七八九";
  private static final Pattern CHINESE_FRACTION =
      Pattern.compile("([零〇一二两三四五六七八九十百千万\\d]+)分之([零〇一二两三四五六七八九十百千万\\d.]+)");
  private static final Pattern CHINESE =
      Pattern.compile("([零〇一二两三四五六七八九十百千万亿]+)(个|只|种|人|本|条|张|次|名|件|倍|天|组|棵|支|辆|元)?");

  private NumeralReader() {}

  /** The number that the whole text is, or empty if it is none in such a notation. */
  static Optional<Node> read(String text) {
    if (text.length() > LONGEST || !mayBeNumeral(text)) {
      return Optional.empty();
    }
    String words = WordAnswers.withoutTextCommands(text).strip();
    String joined = SPACES.matcher(words).replaceAll("");
    return repeating(joined)
        .or(() -> inWords(words))
        .or(() -> inLetters(joined))
        .or(() -> chinese(joined));
  }

  private static boolean mayBeNumeral(String text) {
    int point = text.indexOf('.');
    boolean mayRepeat = point >= 0 && text.indexOf('(', point) > 0;
    int subscript = text.indexOf('_');
    boolean mayHaveBase =
        subscript > 0 && subscript >= text.length() - 5 && hasLetterBefore(text, subscript);
    return mayRepeat
        || mayHaveBase
        || text.contains("base")
        || text.contains("inary")
        || text.contains("octal")
        || text.contains("hex")
        || hasChinese(text);
  }

  private static boolean hasLetterBefore(String text, int end) {
    for (int i = 0; i < end; i++) {
      if (Character.isLetter(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasChinese(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_CHINESE) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Node> repeating(String text) {
    Matcher matcher = REPEATING.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String places = matcher.group(3);
    String period = matcher.group(4);
    Rational start = Rational.of(new BigDecimal(matcher.group(2) + "." + places + "0"));
    BigInteger nines = BigInteger.TEN.pow(period.length()).subtract(BigInteger.ONE);
    Rational rest =
        Rational.of(new BigInteger(period), nines.multiply(BigInteger.TEN.pow(places.length())));
    Rational value = start.plus(rest);
    return Optional.of(new Num(matcher.group(1).isEmpty() ? value : value.negate()));
  }

  private static Optional<Node> inWords(String words) {
    Matcher matcher = BASE_IN_WORDS.matcher(words);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String name = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
    int base = Lexer.isDigit(name.charAt(0)) ? Integer.parseInt(name) : base(name);
    return numeral(matcher.group(1), base);
  }

  /** The base with this name, or 0 if there is none. */
  static int base(String name) {
    return BASES.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
  }

  private static Optional<Node> inLetters(String text) {
    Matcher matcher = LETTERS_IN_BASE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String digits = matcher.group(1);
    boolean hasDigit = digits.chars().anyMatch(Character::isDigit);
    boolean hasLetter = digits.chars().anyMatch(Character::isLetter);
    return hasLetter && (hasDigit || digits.length() > 1)
        ? numeral(digits, Integer.parseInt(matcher.group(2)))
        : Optional.empty();
  }

  private static Optional<Node> numeral(String digits, int base) {
    if (base < 2 || base > 36) {
      return Optional.empty();
    }
    boolean areDigits = digits.chars().allMatch(c -> Character.digit(c, base) >= 0);
    if (!areDigits) {
      return Optional.empty();
    }
    return digits.chars().allMatch(Character::isDigit)
        ? Optional.of(Call.of("base", new Num(Rational.of(new BigInteger(digits))), Num.of(base)))
        : Optional.of(
            Call.of("numeral", new Num(Rational.of(new BigInteger(digits, base))), Num.of(base)));
  }

  private static Optional<Node> chinese(String text) {
    Matcher fraction = CHINESE_FRACTION.matcher(text);
    if (fraction.matches()) {
      if (fraction.group(1).equals("百")) {
        return value(fraction.group(2)).map(value -> Call.of("percent", new Num(value)));
      }
      Optional<Rational> below = value(fraction.group(1)).filter(value -> value.signum() != 0);
      Optional<Rational> above = value(fraction.group(2));
      return below.isPresent() && above.isPresent()
          ? Optional.of(new Num(above.get().dividedBy(below.get())))
          : Optional.empty();
    }
    Matcher number = CHINESE.matcher(text);
    if (!number.matches()) {
      return Optional.empty();
    }
    return value(number.group(1))
        .map(
            value ->
                number.group(2) == null
                    ? new Num(value)
                    : new Node.Quantity(new Num(value), number.group(2)));
  }

  private static Optional<Rational> value(String numeral) {
    if (Lexer.isDigit(numeral.charAt(0))) {
      return numeral.chars().allMatch(c -> Lexer.isDigit((char) c) || c == '.')
              && numeral.indexOf('.') == numeral.lastIndexOf('.')
              && !numeral.endsWith(".")
          ? Optional.of(Rational.of(new BigDecimal(numeral)))
          : Optional.empty();
    }
    long total = 0;
    long section = 0;
    long digit = -1;
    for (int i = 0; i < numeral.length(); i++) {
      char c = numeral.charAt(i);
      int value = CHINESE_DIGITS.indexOf(c == '两' ? '二' : c == '〇' ? '零' : c);
      if (value >= 0) {
        if (digit > 0) {
          return Optional.empty();
        }
        digit = value;
        continue;
      }
      long unit =
          switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1_000;
            case '万' -> 10_000;
            case '亿' -> 100_000_000;
            default -> 0;
          };
      if (unit == 0) {
        return Optional.empty();
      }
      if (unit < 10_000) {
        section += Math.max(digit, digit < 0 ? 1 : 0) * unit;
      } else {
        total = (total + section + Math.max(digit, 0)) * unit;
        section = 0;
      }
      digit = -1;
    }
    return Optional.of(Rational.of(total + section + Math.max(digit, 0)));
  }
}
