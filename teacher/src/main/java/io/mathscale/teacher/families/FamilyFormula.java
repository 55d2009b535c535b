package io.mathscale.teacher.families;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.LongBinaryOperator;

/**
 * An exact formula in the variables of a family, such as {@code whole(a * (100 - b) / 100)}.
 *
 * <p>It has {@code + - * / ^}, parentheses, the {@link FormulaFunctions}, comparisons, which give 1
 * or 0, and {@code 2..9}, a whole number drawn from 2 to 9.
 */
final class FamilyFormula {
  /** The operators between two values, a longer sign before a shorter one. */
  private static final List<Operator> OPERATORS =
      List.of(
          new Operator(0, "<=", (a, b) -> truth(a.minus(b).numerator() <= 0)),
          new Operator(0, "!=", (a, b) -> truth(a.minus(b).numerator() != 0)),
          new Operator(0, "<", (a, b) -> truth(a.minus(b).numerator() < 0)),
          new Operator(0, "=", (a, b) -> truth(a.minus(b).numerator() == 0)),
          new Operator(1, "+", Fraction::plus),
          new Operator(1, "-", Fraction::minus),
          new Operator(2, "*", Fraction::times),
          new Operator(2, "/", Fraction::over));

  private static final int HIGHEST_LEVEL = 2;

  private final String text;
  private final String variable;
  private final Set<String> variables = new HashSet<>();
  private final Node root;
  private int position;

  /**
   * What a formula is evaluated with.
   *
   * @param variables gives the value of a variable by its name
   * @param between draws a whole number between two, both included
   */
  record Scope(Function<String, Fraction> variables, LongBinaryOperator between) {}

  /** An operator; those of a higher level bind more. */
  private record Operator(int level, String sign, BinaryOperator<Fraction> result) {}

  /** A part of a formula. */
  private interface Node {
    Fraction value(Scope scope);
  }

  private FamilyFormula(String text) {
    this.text = text.replace(" ", "");
    this.variable = this.text.matches("[a-z]\\w*") ? this.text : "";
    this.root = operation(0);
    if (position < this.text.length()) {
      throw wrong();
    }
  }

  /**
   * Reads a formula.
   *
   * @throws IllegalArgumentException if it is none
   */
  static FamilyFormula parse(String text) {
    return new FamilyFormula(text);
  }

  /**
   * Returns the value.
   *
   * @throws ArithmeticException if there is none
   */
  Fraction value(Scope scope) {
    return root.value(scope);
  }

  /** Returns the names of all variables. */
  Set<String> variables() {
    return Collections.unmodifiableSet(variables);
  }

  /** Returns the name of the variable that this is, empty if it is more than that. */
  String variable() {
    return variable;
  }

  private static Fraction truth(boolean holds) {
    return Fraction.of(holds ? 1 : 0);
  }

  /** Reads a chain of operators of a level, and what binds more. */
  private Node operation(int level) {
    if (level > HIGHEST_LEVEL) {
      return signed();
    }

    Node left = operation(level + 1);
    for (Optional<Operator> next = next(level); next.isPresent(); next = next(level)) {
      left = both(left, operation(level + 1), next.get().result());
    }

    return left;
  }

  private Optional<Operator> next(int level) {
    return OPERATORS.stream()
        .filter(operator -> operator.level() == level && isNext(operator.sign()))
        .findFirst();
  }

  private Node signed() {
    if (isNext("-")) {
      return both(scope -> Fraction.of(0), signed(), Fraction::minus);
    }

    Node base = drawn();
    return isNext("^") ? both(base, signed(), Fraction::power) : base;
  }

  private Node drawn() {
    Node low = atom();
    if (!isNext("..")) {
      return low;
    }

    Node high = signed();
    return scope ->
        Fraction.of(
            scope
                .between()
                .applyAsLong(low.value(scope).provenWhole(), high.value(scope).provenWhole()));
  }

  private static Node both(Node left, Node right, BinaryOperator<Fraction> operator) {
    return scope -> operator.apply(left.value(scope), right.value(scope));
  }

  private Node atom() {
    if (isNext("(")) {
      Node value = operation(0);
      expect(")");
      return value;
    }

    int start = position;
    while (position < text.length() && Character.isLetterOrDigit(text.charAt(position))) {
      position++;
    }

    String word = text.substring(start, position);
    if (word.isEmpty()) {
      throw wrong();
    }

    if (Character.isDigit(word.charAt(0))) {
      Fraction constant = Fraction.of(Long.parseLong(word));
      return scope -> constant;
    }

    if (isNext("(")) {
      return call(word);
    }

    variables.add(word);
    return scope -> scope.variables().apply(word);
  }

  private Node call(String function) {
    FormulaFunctions.Call call = FormulaFunctions.named(function);
    List<Node> arguments = new ArrayList<>();
    do {
      arguments.add(operation(0));
    } while (isNext(","));

    expect(")");
    return scope -> {
      Fraction[] values = new Fraction[arguments.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = arguments.get(i).value(scope);
      }

      return call.value(values);
    };
  }

  private boolean isNext(String sign) {
    boolean isNext = text.startsWith(sign, position);
    position += isNext ? sign.length() : 0;
    return isNext;
  }

  private void expect(String sign) {
    if (!isNext(sign)) {
      throw wrong();
    }
  }

  private IllegalArgumentException wrong() {
    return new IllegalArgumentException("Formula cannot be read at " + position + ": " + text);
  }
}
