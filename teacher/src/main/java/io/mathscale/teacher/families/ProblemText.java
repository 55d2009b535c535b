package io.mathscale.teacher.families;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with slots, which can be filled and read back.
 *
 * <p>{@code <a>}, or any {@link FamilyFormula} in place of {@code a}, is a number; {@code <+a>} a
 * number with its sign set apart, as in {@code + 3}; {@code <a*>} a coefficient, of which 1 is not
 * written; {@code <+a*>} both; {@code <a@root>} the square root of a number, and so on for each of
 * {@link #DISPLAYS}. A slot named for a list of {@link WordLists} is a word. <code>{q}</code> is
 * the quantity that the problem goes on with, or its number where it begins a problem.
 */
final class ProblemText {
  /** The variable of the quantity that a problem goes on with. */
  static final String LINK = "q";

  private static final Pattern SLOT =
      Pattern.compile("<(\\+?)([a-zA-Z0-9(-][^<>@$]*?)(\\*?)(?:@([a-z]+))?>|\\{q}");
  private static final List<String> WEEK =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  /** Other ways to show a number. */
  private static final Map<String, LongFunction<String>> DISPLAYS =
      Map.of(
          "root",
          NumberTheory::squareRoot,
          "factors",
          NumberTheory::factorised,
          "day",
          number -> WEEK.get((int) Math.floorMod(number, (long) WEEK.size())),
          "thousandths",
          number -> "%d.%03d".formatted(number / 1000, number % 1000));

  private final List<Piece> pieces;
  private final Pattern pattern;
  private final Set<String> wordSlots = new HashSet<>();
  private final Set<String> symbols = new HashSet<>();
  private final boolean linked;

  /** A run of text, or a slot: then there is a formula, or a word, or neither for the link. */
  private record Piece(
      String text, FamilyFormula formula, boolean signed, boolean isFactor, String display) {
    boolean isText() {
      return display.equals("text");
    }

    boolean isLink() {
      return display.equals("link") || display.equals("formula link");
    }

    boolean isWord() {
      return display.equals("word");
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

  private ProblemText(List<Piece> pieces) {
    this.pieces = List.copyOf(pieces);
    this.linked = pieces.stream().anyMatch(Piece::isLink);
    pieces.stream().filter(Piece::isWord).map(Piece::text).forEach(wordSlots::add);
    this.pattern = Pattern.compile(regex());
  }

  /** Returns the text that a template describes. */
  static ProblemText of(String template) {
    List<Piece> pieces = new ArrayList<>();
    Matcher slots = SLOT.matcher(template);
    int end = 0;

    while (slots.find()) {
      pieces.add(new Piece(template.substring(end, slots.start()), null, false, false, "text"));
      pieces.add(piece(slots, MathText.isInFormula(template, slots.start())));
      end = slots.end();
    }

    pieces.add(new Piece(template.substring(end), null, false, false, "text"));

    ProblemText text = new ProblemText(pieces);
    text.symbols.addAll(MathText.symbols(slots.replaceAll("")));

    return text;
  }

  private static Piece piece(Matcher slot, boolean inFormula) {
    String formula = slot.group(2);

    if (formula == null) {
      return new Piece("", null, false, false, inFormula ? "formula link" : "link");
    }

    if (WordLists.has(formula)) {
      return new Piece(formula, null, false, false, "word");
    }

    return new Piece(
        inFormula ? "$" : "",
        FamilyFormula.parse(formula),
        !slot.group(1).isEmpty(),
        !slot.group(3).isEmpty(),
        slot.group(4) == null ? "" : slot.group(4));
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

    for (Piece piece : pieces) {
      if (piece.isText()) {
        text.append(piece.text());
      } else if (piece.isWord()) {
        text.append(setting.word(piece.text()));
      } else if (piece.isLink()) {
        text.append(link(piece, setting));
      } else {
        text.append(setting.shown(piece.formula()).orElseGet(() -> shown(piece, setting)));
      }
    }

    return text.toString();
  }

  private static String link(Piece piece, Setting setting) {
    String phrase = setting.link();

    if (phrase.isEmpty()) {
      return setting.variable(LINK).latex();
    }

    return piece.display().equals("link") ? phrase : phrase.replace("$", "");
  }

  private static String shown(Piece piece, Setting setting) {
    Fraction value = setting.value(piece.formula());
    LongFunction<String> display = DISPLAYS.get(piece.display());

    if (display != null) {
      String shown = display.apply(value.provenWhole());

      return piece.isFactor() && shown.equals("1") ? "" : shown;
    }

    boolean isNegative = value.numerator() < 0;
    String size = (isNegative ? Fraction.of(0).minus(value) : value).latex();
    String unsigned = piece.isFactor() && size.equals("1") ? "" : size;
    String sign = isNegative ? "-" : "";

    if (piece.signed()) {
      sign = isNegative ? "- " : "+ ";
    }

    return value.isWhole() || !piece.text().isEmpty()
        ? sign + unsigned
        : "$" + sign + unsigned + "$";
  }

  /** Returns the values of the slots where the rest of the text begins like this one. */
  Optional<Reading> read(String text, int start) {
    Matcher matcher = pattern.matcher(text).region(Math.min(start, text.length()), text.length());

    // Few texts begin alike, and to compare their beginnings is quick.
    if (!text.startsWith(pieces.get(0).text(), start) || !matcher.lookingAt()) {
      return Optional.empty();
    }

    Map<String, Fraction> numbers = new HashMap<>();
    Map<String, String> words = new HashMap<>();

    for (Piece piece : pieces) {
      if (piece.isWord()) {
        words.put(piece.text(), matcher.group(piece.text()));
      } else if (piece.formula() != null && !piece.formula().variable().isEmpty()) {
        number(piece, matcher.group(piece.formula().variable()))
            .ifPresent(number -> numbers.put(piece.formula().variable(), number));
      }
    }

    return Optional.of(
        new Reading(numbers, words, linked ? matcher.group(LINK) : "", matcher.end()));
  }

  private static Optional<Fraction> number(Piece piece, String found) {
    String compact = found.replace(" ", "").replace("+", "");

    return switch (piece.display()) {
      case "day" -> Optional.of(Fraction.of(WEEK.indexOf(found)));
      case "thousandths" -> Optional.of(Fraction.of(Long.parseLong(compact.replace(".", ""))));
      case "" ->
          switch (compact) {
            case "" -> Optional.of(Fraction.of(1));
            case "-" -> Optional.of(Fraction.of(-1));
            default -> Optional.of(Fraction.of(Long.parseLong(compact)));
          };
      default -> Optional.empty();
    };
  }

  private String regex() {
    StringBuilder regex = new StringBuilder();
    Set<String> captured = new HashSet<>();

    for (Piece piece : pieces) {
      if (piece.isText()) {
        regex.append(piece.text().isEmpty() ? "" : Pattern.quote(piece.text()));
      } else {
        String name =
            piece.isWord() ? piece.text() : piece.isLink() ? LINK : piece.formula().variable();
        regex
            .append(!name.isEmpty() && captured.add(name) ? "(?<" + name + ">" : "(?:")
            .append(slotRegex(piece))
            .append(')');
      }
    }

    return regex.toString();
  }

  private static String slotRegex(Piece piece) {
    if (piece.isWord()) {
      return "[A-Za-z]+";
    }

    return switch (piece.display()) {
      case "link", "formula link" -> "-?\\d{1,15}|.+?";
      case "day" -> String.join("|", WEEK);
      case "thousandths" -> "\\d{1,12}\\.\\d{3}";
      case "" -> (piece.signed() ? "[+-] " : "-?") + (piece.isFactor() ? "\\d{0,15}" : "\\d{1,15}");
      default -> ".+?";
    };
  }

  /** Returns the text with a capital letter at its beginning. */
  static String capitalised(String text) {
    return text.isEmpty() ? "" : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
