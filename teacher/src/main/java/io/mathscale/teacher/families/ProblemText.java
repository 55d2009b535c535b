package io.mathscale.teacher.families;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with slots, which can be filled and read back.
 *
 * <p>{@code <a>}, or any {@link FamilyFormula} in place of {@code a}, is a number; {@code <+a>} a
 * number with its sign set apart, as in {@code + 3}; {@code <a*>} a coefficient, of which 1 is not
 * written; {@code <+a*>} both; {@code <a@root>} the square root of a number, and so on for the
 * other ways of {@link #slot}. A slot that {@code words.txt} names is a word. <code>{q}
 * </code> is the quantity that the problem goes on with, or its number where it begins a problem.
 */
final class ProblemText {
  /** The variable of the quantity that a problem goes on with. */
  static final String LINK = "q";

  /** The words that make problems of a family differ, by the slot that takes them. */
  static final Map<String, List<String>> WORDS =
      BundledText.lines(ProblemText.class, "words.txt").stream()
          .map(line -> line.split(": ", 2))
          .collect(Collectors.toMap(line -> line[0], line -> List.of(line[1].split(", ", -1))));

  private static final Pattern SLOT =
      Pattern.compile("<(\\+?)([a-zA-Z0-9(-][^<>@$]*?)(\\*?)(?:@([a-z]+))?>|\\{q}");
  private static final List<String> WEEK =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  private final List<Piece> pieces = new ArrayList<>();
  private final Set<String> wordSlots = new HashSet<>();
  private final Set<String> symbols;
  private final String beginning;
  private final boolean linked;
  private final Pattern pattern;

  /**
   * A run of text, or a slot.
   *
   * @param name the name of what is read from the slot, empty if nothing is
   * @param regex what may stand in it
   * @param filled tells what stands in it
   * @param number reads the number that stands in it, if it is one
   */
  private record Piece(
      String name,
      String regex,
      Function<Setting, String> filled,
      Function<String, Optional<Fraction>> number) {
    Piece(String name, String regex, Function<Setting, String> filled) {
      this(name, regex, filled, text -> Optional.empty());
    }

    /** Returns a slot that shows the value of a formula. */
    static Piece of(
        FamilyFormula formula,
        String regex,
        Function<Fraction, String> shown,
        Function<String, Optional<Fraction>> number) {
      return new Piece(
          formula.variable(),
          regex,
          setting ->
              Optional.ofNullable(setting.words().get(formula.variable()))
                  .orElseGet(() -> shown.apply(setting.value(formula))),
          number);
    }

    /** Returns a slot that shows a whole number in a way that is not read back. */
    static Piece of(FamilyFormula formula, LongFunction<String> shown) {
      return of(
          formula, ".+?", number -> shown.apply(number.provenWhole()), text -> Optional.empty());
    }
  }

  /**
   * What was read from the beginning of a text.
   *
   * @param numbers the numbers by slot
   * @param words the words by slot
   * @param link what stands in place of the link, empty if there is none
   * @param end where the rest of the text begins
   */
  record Reading(Map<String, Fraction> numbers, Map<String, String> words, String link, int end) {
    Reading {
      numbers = Map.copyOf(numbers);
      words = Map.copyOf(words);
    }
  }

  /** Makes the text that a template describes. */
  ProblemText(String template) {
    this.beginning = SLOT.split(template, 2)[0];
    this.linked = template.contains("{q}");
    this.symbols = MathText.symbols(SLOT.matcher(template).replaceAll(""));
    Matcher slots = SLOT.matcher(template);
    int end = 0;
    while (slots.find()) {
      addRun(template.substring(end, slots.start()));
      pieces.add(slot(slots, MathText.isInFormula(template, slots.start())));
      end = slots.end();
    }

    addRun(template.substring(end));
    this.pattern = Pattern.compile(regex());
  }

  private void addRun(String text) {
    pieces.add(new Piece("", Pattern.quote(text), setting -> text));
  }

  private Piece slot(Matcher slot, boolean inFormula) {
    String name = slot.group(2);
    if (name == null) {
      return new Piece(LINK, "-?\\d{1,15}|.+?", setting -> link(setting, inFormula));
    }

    if (WORDS.containsKey(name)) {
      wordSlots.add(name);
      return new Piece(name, "[A-Za-z]+", setting -> setting.words().get(name));
    }

    FamilyFormula formula = new FamilyFormula(name);
    String way = Objects.requireNonNullElse(slot.group(4), "");
    return switch (way) {
      case "root" -> Piece.of(formula, NumberTheory::squareRoot);
      case "factors" -> Piece.of(formula, NumberTheory::factorised);
      case "day" -> day(formula);
      case "thousandths" -> thousandths(formula);
      case "" -> plain(formula, !slot.group(1).isEmpty(), !slot.group(3).isEmpty(), inFormula);
      default ->
          throw new IllegalArgumentException("Slot must show a number in a known way: " + way);
    };
  }

  private static Piece day(FamilyFormula formula) {
    return Piece.of(
        formula,
        String.join("|", WEEK),
        number -> WEEK.get(Math.floorMod(number.provenWhole(), WEEK.size())),
        text -> Optional.of(Fraction.of(WEEK.indexOf(text))));
  }

  private static Piece thousandths(FamilyFormula formula) {
    return Piece.of(
        formula,
        "\\d{1,12}\\.\\d{3}",
        number -> "%d.%03d".formatted(number.provenWhole() / 1000, number.provenWhole() % 1000),
        text -> Optional.of(Fraction.of(Long.parseLong(text.replace(".", "")))));
  }

  private static String link(Setting setting, boolean inFormula) {
    if (setting.link().isEmpty()) {
      return setting.variable(LINK).latex();
    }

    return inFormula ? setting.link().replace("$", "") : setting.link();
  }

  private static Piece plain(
      FamilyFormula formula, boolean isSigned, boolean isFactor, boolean inFormula) {
    return Piece.of(
        formula,
        (isSigned ? "[+-] " : "-?") + (isFactor ? "\\d{0,15}" : "\\d{1,15}"),
        number -> {
          boolean isNegative = number.numerator() < 0;
          String size = (isNegative ? Fraction.of(0).minus(number) : number).latex();
          String plus = isSigned ? "+ " : "";
          String minus = isSigned ? "- " : "-";
          String shown = (isNegative ? minus : plus) + (isFactor && size.equals("1") ? "" : size);
          return number.isWhole() || inFormula ? shown : "$" + shown + "$";
        },
        text -> {
          String compact = text.replace(" ", "").replace("+", "");
          String one = compact.isEmpty() || compact.equals("-") ? "1" : "";
          return Optional.of(Fraction.of(Long.parseLong(compact + one)));
        });
  }

  private String regex() {
    StringBuilder regex = new StringBuilder();
    Set<String> captured = new HashSet<>();
    for (Piece piece : pieces) {
      boolean isNew = !piece.name().isEmpty() && captured.add(piece.name());
      regex.append(isNew ? "(?<" + piece.name() + ">" : "(?:").append(piece.regex()).append(')');
    }

    return regex.toString();
  }

  /** Returns the names of the slots that take words. */
  Set<String> wordSlots() {
    return Set.copyOf(wordSlots);
  }

  /** Returns the letters in the formulas of the text. */
  Set<String> symbols() {
    return Set.copyOf(symbols);
  }

  /** Returns true if the text may go on with a quantity. */
  boolean isLinked() {
    return linked;
  }

  /** Returns the text with all slots filled. */
  String fill(Setting setting) {
    StringBuilder text = new StringBuilder();
    pieces.forEach(piece -> text.append(piece.filled().apply(setting)));
    return text.toString();
  }

  /** Returns the values of the slots where the rest of the text begins like this one. */
  Optional<Reading> read(String text, int start) {
    // Few texts begin alike, and to compare their beginnings is quick.
    if (!text.startsWith(beginning, start)) {
      return Optional.empty();
    }

    Matcher matcher = pattern.matcher(text).region(start, text.length());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }

    Map<String, Fraction> numbers = new HashMap<>();
    Map<String, String> words = new HashMap<>();
    for (Piece piece : pieces) {
      if (!piece.name().isEmpty()) {
        String found = matcher.group(piece.name());
        piece.number().apply(found).ifPresent(number -> numbers.put(piece.name(), number));
      }
    }

    wordSlots.forEach(slot -> words.put(slot, matcher.group(slot)));
    return Optional.of(
        new Reading(numbers, words, linked ? matcher.group(LINK) : "", matcher.end()));
  }

  /** Returns the text with a capital letter at its beginning. */
  static String capitalised(String text) {
    return text.isEmpty() ? "" : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
