package io.mathscale.teacher.families;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with slots, which can be filled with values and read back.
 *
 * <p>{@code <a>} is a number or a word; {@code <+a>} a number with its sign set apart, as in {@code
 * + 3}; {@code <a*>} a coefficient, of which 1 is not written; {@code <+a*>} both; {@code <xs,>} a
 * list of numbers. A slot named for a list of {@link Words} is a word.
 */
final class Wording {
  /** The name that stands for the answer to another question. */
  static final String UNKNOWN = "N";

  private static final Pattern SLOT = Pattern.compile("<(\\+?)([a-zA-Z][a-zA-Z0-9]*)([*,]?)>");

  /** The steps of solutions are constants of the code, so there are only so many. */
  private static final Map<String, Wording> STEPS = new ConcurrentHashMap<>();

  private final List<Piece> pieces;
  private final Pattern pattern;
  private final List<String> wordSlots;
  private final List<String> replaceableSlots;

  /** A run of text, or a slot: then {@code slot} is not empty. */
  private record Piece(String text, String slot, boolean signed, char kind, boolean inFormula) {
    boolean isSlot() {
      return !slot.isEmpty();
    }
  }

  private Wording(List<Piece> pieces) {
    this.pieces = pieces;
    this.pattern = Pattern.compile(regex(pieces));
    this.wordSlots =
        pieces.stream().map(Piece::slot).filter(Words::has).distinct().sorted().toList();
    this.replaceableSlots = replaceable();
  }

  /** Returns the wording that a template describes. */
  static Wording of(String template) {
    List<Piece> pieces = new ArrayList<>();
    Matcher slots = SLOT.matcher(template);
    int end = 0;

    while (slots.find()) {
      pieces.add(new Piece(template.substring(end, slots.start()), "", false, ' ', false));
      pieces.add(
          new Piece(
              "",
              slots.group(2),
              !slots.group(1).isEmpty(),
              slots.group(3).isEmpty() ? ' ' : slots.group(3).charAt(0),
              isInFormula(template, slots.start())));
      end = slots.end();
    }

    pieces.add(new Piece(template.substring(end), "", false, ' ', false));

    return new Wording(List.copyOf(pieces));
  }

  /** Returns the wording of a step, a constant text, which is read but once. */
  static Wording ofStep(String constant) {
    return STEPS.computeIfAbsent(constant, Wording::of);
  }

  /** Returns the text with all slots filled. */
  String fill(Values values) {
    return fill(values, "");
  }

  /** Returns the text with all slots filled, but the unknown in place of the number in one slot. */
  String fill(Values values, String unknownSlot) {
    StringBuilder text = new StringBuilder();

    for (Piece piece : pieces) {
      if (!piece.isSlot()) {
        text.append(piece.text());
      } else if (piece.slot().equals(unknownSlot)) {
        text.append(piece.inFormula() ? UNKNOWN : "$" + UNKNOWN + "$");
      } else {
        text.append(shown(piece, values));
      }
    }

    return text.toString();
  }

  /** Returns the slots that take a word of a list of {@link Words}, in alphabetical order. */
  List<String> wordSlots() {
    return wordSlots;
  }

  /**
   * Returns the slots of plain numbers that stand apart, so that a letter may replace each, in
   * alphabetical order.
   */
  List<String> replaceableSlots() {
    return replaceableSlots;
  }

  /** Returns the values of the slots in a text of this wording, empty for any other text. */
  Optional<Values> read(String text) {
    Matcher matcher = pattern.matcher(text);

    if (!matcher.matches()) {
      return Optional.empty();
    }

    Map<String, Long> numbers = new HashMap<>();
    Map<String, List<Long>> lists = new HashMap<>();
    Map<String, String> words = new HashMap<>();

    for (Piece piece : pieces) {
      if (piece.isSlot()) {
        String found = matcher.group(piece.slot());

        if (Words.has(piece.slot())) {
          words.put(piece.slot(), found);
        } else if (piece.kind() == ',') {
          lists.put(
              piece.slot(), Pattern.compile(", ").splitAsStream(found).map(Long::valueOf).toList());
        } else {
          numbers.put(piece.slot(), number(found));
        }
      }
    }

    return Optional.of(new Values(numbers, lists, words));
  }

  private List<String> replaceable() {
    Set<String> replaceable = new TreeSet<>();

    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);

      if (piece.isSlot() && !Words.has(piece.slot()) && standsApart(i)) {
        replaceable.add(piece.slot());
      }
    }

    pieces.stream()
        .filter(piece -> piece.signed() || piece.kind() != ' ')
        .map(Piece::slot)
        .forEach(replaceable::remove);

    return List.copyOf(replaceable);
  }

  private boolean standsApart(int index) {
    String before = pieces.get(index - 1).text();
    String after = pieces.get(index + 1).text();
    boolean letterBefore =
        !before.isEmpty() && Character.isLetterOrDigit(before.charAt(before.length() - 1));
    boolean tightAfter = after.isEmpty() && index + 2 < pieces.size();
    boolean letterAfter =
        !after.isEmpty() && (Character.isLetterOrDigit(after.charAt(0)) || after.charAt(0) == '\\');

    return !letterBefore && !letterAfter && !tightAfter;
  }

  private static String shown(Piece piece, Values values) {
    String word = values.words().get(piece.slot());

    if (word != null) {
      return word;
    }

    if (piece.kind() == ',') {
      return values.list(piece.slot()).stream()
          .map(String::valueOf)
          .collect(Collectors.joining(", "));
    }

    long number = values.at(piece.slot());
    String digits = Long.toString(Math.abs(number));
    String unsigned = piece.kind() == '*' && Math.abs(number) == 1 ? "" : digits;

    if (piece.signed()) {
      return (number < 0 ? "- " : "+ ") + unsigned;
    }

    return (number < 0 ? "-" : "") + unsigned;
  }

  private static String regex(List<Piece> pieces) {
    StringBuilder regex = new StringBuilder();
    Set<String> captured = new HashSet<>();

    for (Piece piece : pieces) {
      if (piece.isSlot()) {
        String name = captured.add(piece.slot()) ? "?<" + piece.slot() + ">" : "?:";
        regex.append('(').append(name).append(slotRegex(piece)).append(')');
      } else if (!piece.text().isEmpty()) {
        regex.append(Pattern.quote(piece.text()));
      }
    }

    return regex.toString();
  }

  private static String slotRegex(Piece piece) {
    if (Words.has(piece.slot())) {
      return "[A-Za-z][A-Za-z' -]*?";
    }

    if (piece.kind() == ',') {
      return "-?\\d{1,15}(?:, -?\\d{1,15})*";
    }

    return (piece.signed() ? "[+-] " : "-?") + (piece.kind() == '*' ? "\\d{0,15}" : "\\d{1,15}");
  }

  private static long number(String found) {
    String compact = found.replace(" ", "").replace("+", "");

    return switch (compact) {
      case "" -> 1;
      case "-" -> -1;
      default -> Long.parseLong(compact);
    };
  }

  private static boolean isInFormula(String template, int index) {
    boolean inside = false;

    for (int i = 0; i < index; i++) {
      if (template.charAt(i) == '$' && (i == 0 || template.charAt(i - 1) != '\\')) {
        inside = !inside;
      }
    }

    return inside;
  }
}
