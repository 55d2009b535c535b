package io.mathscale.teacher.families;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongBinaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A kind of situation and what can be asked about it.
 *
 * @param name the unique name
 * @param topics the fields of mathematics it belongs to, the nearest first
 * @param draws how its numbers are drawn, in this order
 * @param needs what must hold for the numbers
 * @param wordings how the situation is told
 * @param quantities what can be asked
 * @param symbols the letters that its formulas use for quantities of their own, a bit each
 */
record ProblemFamily(
    String name,
    List<String> topics,
    List<Drawn> draws,
    List<FamilyFormula> needs,
    List<Wording> wordings,
    List<Quantity> quantities,
    long symbols) {
  /** A variable and how it is drawn. */
  record Drawn(String variable, FamilyFormula formula) {}

  /**
   * A telling of the situation.
   *
   * @param from the measures of the quantities that it goes on with; if empty, it begins a problem,
   *     or goes on with a pure number
   * @param text the sentences
   */
  record Wording(Set<Measure> from, ProblemText text) {
    Wording {
      from = from.isEmpty() ? Set.of() : EnumSet.copyOf(from);
    }

    /** Returns true if the telling can begin a problem. */
    boolean begins() {
      return from.isEmpty();
    }

    /** Returns true if the telling can go on with a quantity of a measure. */
    boolean continues(Measure measure) {
      return begins() ? measure == Measure.NUMBER && text.isLinked() : from.contains(measure);
    }
  }

  ProblemFamily {
    topics = List.copyOf(topics);
    draws = List.copyOf(draws);
    needs = List.copyOf(needs);
    wordings = List.copyOf(wordings);
    quantities = List.copyOf(quantities);
  }

  /** Returns the family with the letters in its texts as its symbols. */
  static ProblemFamily of(
      String name,
      List<String> topics,
      List<Drawn> draws,
      List<FamilyFormula> needs,
      List<Wording> wordings,
      List<Quantity> quantities) {
    long symbols =
        Stream.concat(
                quantities.stream().map(Quantity::phrase), wordings.stream().map(Wording::text))
            .flatMap(text -> text.symbols().stream())
            .mapToLong(symbol -> 1L << symbol.charAt(0) % 64)
            .reduce(0, (all, symbol) -> all | symbol);
    return new ProblemFamily(name, topics, draws, needs, wordings, quantities, symbols);
  }

  /** Returns true if a problem can begin with the situation. */
  boolean begins() {
    return wordings.stream().anyMatch(Wording::begins);
  }

  /** Returns true if the situation can go on with a quantity of a measure. */
  boolean continues(Measure measure) {
    for (Wording wording : wordings) {
      if (wording.continues(measure)) {
        return true;
      }
    }

    return false;
  }

  /** Returns the slots of the family's texts that take words. */
  Set<String> wordSlots() {
    return Stream.concat(
            wordings.stream().map(Wording::text), quantities.stream().flatMap(Quantity::texts))
        .flatMap(text -> text.wordSlots().stream())
        .collect(Collectors.toSet());
  }

  /**
   * Draws the numbers of a problem.
   *
   * @param words the words of the problem
   * @param link the words for the quantity that it goes on with, empty if it begins here
   * @param given the value of that quantity, if any, as the variable of the link
   * @param random the source of chance
   * @throws ArithmeticException if the numbers do not fit together
   */
  Setting draw(
      Map<String, String> words, String link, Map<String, Fraction> given, RandomGenerator random) {
    Map<String, Fraction> numbers = new HashMap<>(given);
    FamilyFormula.Scope scope =
        new FamilyFormula.Scope(numbers::get, (low, high) -> between(low, high, random));
    for (Drawn draw : draws) {
      if (!numbers.containsKey(draw.variable())) {
        numbers.put(draw.variable(), draw.formula().value(scope));
      } else {
        requireWithin(draw.formula(), numbers.get(draw.variable()));
      }
    }

    for (FamilyFormula need : needs) {
      UnfitNumbersException.unless(need.value(scope).numerator() != 0, "Numbers must fit together");
    }

    return new Setting(numbers, words, link);
  }

  /** Returns true if no condition that the known numbers decide is broken. */
  boolean mayHave(Setting setting) {
    return needs.stream()
        .filter(need -> setting.numbers().keySet().containsAll(need.variables()))
        .allMatch(need -> setting.value(need).numerator() != 0);
  }

  private static long between(long low, long high, RandomGenerator random) {
    UnfitNumbersException.unless(low <= high, "No number is in the range");
    return random.nextLong(low, high + 1);
  }

  private static void requireWithin(FamilyFormula drawn, Fraction value) {
    long number = value.provenWhole();
    UnfitNumbersException.unless(
        number >= drawn.value(choosing(Math::min)).provenWhole()
            && number <= drawn.value(choosing(Math::max)).provenWhole(),
        "Number must be one that the family may draw");
  }

  private static FamilyFormula.Scope choosing(LongBinaryOperator between) {
    return new FamilyFormula.Scope(Setting.EMPTY::variable, between);
  }

  /** Returns what one question can ask for: each quantity, and two whose sum has a meaning. */
  List<List<Quantity>> wanted() {
    List<List<Quantity>> wanted = new ArrayList<>();
    for (int i = 0; i < quantities.size(); i++) {
      Quantity first = quantities.get(i);
      wanted.add(List.of(first));
      for (Quantity second : quantities.subList(i + 1, quantities.size())) {
        if (first.measure() == second.measure() && first.measure().isSummable()) {
          wanted.add(List.of(first, second));
        }
      }
    }

    return wanted;
  }
}
