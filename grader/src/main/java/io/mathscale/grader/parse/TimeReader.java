package io.mathscale.grader.parse;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Call;
import io.mathscale.grader.expression.Node.Num;
import io.mathscale.grader.text.AnswerText;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads answers that are a time of day, a date, a day of the week or a month. A time is the call
 * {@code time} of the hour from 0 to 23, the minute and the second; a date is the call {@code date}
 * of the year, the month and the day, each zero where it is not said.
 */
final class TimeReader {
  private static final int LONGEST = 80;
  private static final int HALF_DAY = 12;

  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private static final List<String> DAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  /** The first three letters of every word that a time may begin with. */
  private static final Set<String> STARTS = starts();

  private static final Map<String, Integer> CHINESE_HALVES =
      Map.of("上午", 0, "早上", 0, "凌晨", 0, "下午", HALF_DAY, "晚上", HALF_DAY);

  private static final String MONTH =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
          + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
  private static final String DAY =
      "(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday"
          + "|saturday|sunday)";
  private static final String NUMBER_OF_DAY = "(\\d{1,2}) ?(?:\\^? ?(?:st|nd|rd|th))?";

  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?:at |by )?(\\d{1,2})(?: ?[:.] ?([0-5]\\d)(?: ?: ?([0-5]\\d))?)? ?([ap])\\.? ?m\\.?");
  private static final Pattern O_CLOCK =
      Pattern.compile("(?:at )?(\\d{1,2})(?:[:.]([0-5]\\d)())? ?o ?['’] ?clock()");
  private static final Pattern CHINESE_CLOCK =
      Pattern.compile("(上午|早上|凌晨|下午|晚上)(\\d{1,2})(?:[:时点])(?:([0-5]?\\d)分?)?");
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?:on )?(?:"
              + DAY
              + "\\.?,? )?"
              + MONTH
              + "\\.? "
              + NUMBER_OF_DAY
              + "(?:(?:, ?| )(\\d{4}))?");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?:on )?(?:"
              + DAY
              + "\\.?,? )?(?:the )?"
              + NUMBER_OF_DAY
              + "(?: of)? "
              + MONTH
              + "\\.?(?:(?:, ?| )(\\d{4}))?");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})(?:-(\\d{2})-(\\d{2})|/(\\d{1,2})/(\\d{1,2}))");
  private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
  private static final Pattern CHINESE_DATE =
      Pattern.compile("(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})[日号]");
  private static final Pattern MONTH_OF_YEAR = Pattern.compile(MONTH + "\\.?,? (\\d{4})");
  private static final Pattern DAY_ALONE = Pattern.compile("(?:on )?" + DAY + "\\.?");
  private static final Pattern MONTH_ALONE = Pattern.compile("(?:in )?" + MONTH + "\\.?");

  private TimeReader() {}

  private static Set<String> starts() {
    Set<String> starts = new HashSet<>(Set.of("noo", "mid"));
    MONTHS.forEach(month -> starts.add(month.substring(0, 3)));
    DAYS.forEach(day -> starts.add(day.substring(0, 3)));
    return Set.copyOf(starts);
  }

  /** The time, date, day or month that the whole text is, or empty if it is none. */
  static Optional<Node> read(String text) {
    if (text.length() > LONGEST || !mayBeTime(text)) {
      return Optional.empty();
    }
    String words =
        SPACES
            .matcher(AnswerText.lower(WordAnswers.withoutTextCommands(text)).strip())
            .replaceAll(" ");
    String bare =
        words.endsWith(".") && !words.endsWith("m.")
            ? words.substring(0, words.length() - 1)
            : words;
    return clock(bare).or(() -> date(bare)).or(() -> name(bare, text));
  }

  /** Whether a day, a month or half of a day may be named, or a date is written in digits. */
  private static boolean mayBeTime(String text) {
    boolean hasName = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '=' || c == '+' || c == '(' || c == '_') {
        return false;
      }
      boolean isStart = Lexer.isAsciiLetter(c) && (i == 0 || !isInWord(text.charAt(i - 1)));
      hasName |= isStart && mayName(text, i);
      hasName |= c == '午' || c == '月' || c == '晚' || c == '早' || c == '凌';
      boolean isMark =
          (c == '-' || c == '/') && i > 0 && i < 5 && Lexer.isDigit(text.charAt(i - 1));
      hasName |= isMark && text.length() >= 8 && text.indexOf(c, i + 1) > 0;
    }
    return hasName;
  }

  private static boolean isInWord(char c) {
    return Lexer.isAsciiLetter(c) || c == '\\';
  }

  private static boolean mayName(String text, int start) {
    char first = Character.toLowerCase(text.charAt(start));
    if (first == 'a' || first == 'p') {
      int next = start + 1;
      while (next < text.length() && (text.charAt(next) == '.' || text.charAt(next) == ' ')) {
        next++;
      }
      if (next < text.length() && Character.toLowerCase(text.charAt(next)) == 'm') {
        return true;
      }
    }
    if (first == 'o' && start + 1 < text.length() && "'’ ".indexOf(text.charAt(start + 1)) >= 0) {
      return true;
    }
    return start + 3 <= text.length()
        && mayStart(first, text.charAt(start + 1), text.charAt(start + 2));
  }

  /** Whether a word with these letters may begin a time; the first is in lower case. */
  private static boolean mayStart(char first, char second, char third) {
    return "njfmasodtw".indexOf(first) >= 0
        && STARTS.contains(AnswerText.lower("" + first + second + third));
  }

  private static Optional<Node> clock(String words) {
    if (words.equals("noon") || words.equals("12 noon") || words.equals("midday")) {
      return time(HALF_DAY, "0", "0");
    }
    if (words.equals("midnight") || words.equals("12 midnight")) {
      return time(0, "0", "0");
    }
    Matcher clock = CLOCK.matcher(words);
    if (clock.matches()) {
      int hour = Integer.parseInt(clock.group(1));
      int half = clock.group(4).equals("p") ? HALF_DAY : 0;
      return hour > HALF_DAY && half == 0
          ? Optional.empty()
          : time(hour > HALF_DAY ? hour : hour % HALF_DAY + half, clock.group(2), clock.group(3));
    }
    Matcher full = O_CLOCK.matcher(words);
    if (full.matches()) {
      return Optional.of(
          Call.of(
              "clock", number(full.group(1)), number(full.group(2) == null ? "0" : full.group(2))));
    }
    Matcher chinese = CHINESE_CLOCK.matcher(words.replace(" ", ""));
    if (chinese.matches()) {
      int hour = Integer.parseInt(chinese.group(2));
      int half = CHINESE_HALVES.get(chinese.group(1));
      return time(hour > HALF_DAY ? hour : hour % HALF_DAY + half, chinese.group(3), null);
    }
    return Optional.empty();
  }

  private static Optional<Node> time(int hour, String minute, String second) {
    return hour > 23
        ? Optional.empty()
        : Optional.of(
            Call.of(
                "time",
                Num.of(hour),
                number(minute == null ? "0" : minute),
                number(second == null ? "0" : second)));
  }

  private static Optional<Node> date(String words) {
    Matcher monthFirst = MONTH_FIRST.matcher(words);
    if (monthFirst.matches()) {
      return date(monthFirst.group(4), month(monthFirst.group(2)), monthFirst.group(3));
    }
    Matcher dayFirst = DAY_FIRST.matcher(words);
    if (dayFirst.matches()) {
      return date(dayFirst.group(4), month(dayFirst.group(3)), dayFirst.group(2));
    }
    Matcher yearFirst = YEAR_FIRST.matcher(words);
    if (yearFirst.matches()) {
      boolean hasDashes = yearFirst.group(2) != null;
      return date(
          yearFirst.group(1),
          Integer.parseInt(yearFirst.group(hasDashes ? 2 : 4)),
          yearFirst.group(hasDashes ? 3 : 5));
    }
    Matcher yearLast = YEAR_LAST.matcher(words);
    if (yearLast.matches()) {
      int first = Integer.parseInt(yearLast.group(1));
      int second = Integer.parseInt(yearLast.group(2));
      boolean isClear = (first > 12) != (second > 12);
      return isClear
          ? date(
              yearLast.group(3), Math.min(first, second), String.valueOf(Math.max(first, second)))
          : Optional.empty();
    }
    Matcher chinese = CHINESE_DATE.matcher(words.replace(" ", ""));
    if (chinese.matches()) {
      return date(chinese.group(1), Integer.parseInt(chinese.group(2)), chinese.group(3));
    }
    Matcher month = MONTH_OF_YEAR.matcher(words);
    return month.matches() ? date(month.group(2), month(month.group(1)), "0") : Optional.empty();
  }

  private static Optional<Node> date(String year, int month, String day) {
    return month < 1 || month > 12 || Integer.parseInt(day) > 31
        ? Optional.empty()
        : Optional.of(
            Call.of("date", number(year == null ? "0" : year), Num.of(month), number(day)));
  }

  /** The name of a day or month, which is short only where it has a capital. */
  private static Optional<Node> name(String words, String text) {
    boolean hasCapital = text.chars().anyMatch(Character::isUpperCase);
    Matcher day = DAY_ALONE.matcher(words);
    if (day.matches() && hasCapital) {
      return starting(DAYS, day.group(1));
    }
    Matcher month = MONTH_ALONE.matcher(words);
    return month.matches() && hasCapital ? starting(MONTHS, month.group(1)) : Optional.empty();
  }

  private static Optional<Node> starting(List<String> names, String start) {
    return names.stream()
        .filter(name -> name.startsWith(start.substring(0, 3)))
        .<Node>map(Node.Words::new)
        .findFirst();
  }

  private static int month(String name) {
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).startsWith(name.substring(0, 3))) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static Num number(String digits) {
    return Num.of(Integer.parseInt(digits));
  }
}
