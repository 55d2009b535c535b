package io.mathscale.teacher.families;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.LongBinaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * An exact formula in the variables of a family, such as {@code whole(a * (100 - b) / 100)}.
 *
 * <p>It has {@code + - * / ^}, parentheses, the {@link FormulaFunctions}, comparisons, which give 1
 * or 0, and {@code 2..9}, a whole number drawn from 2 to 9.
 */
final class FamilyFormula {
  private static final Pattern TOKEN = Pattern.compile("(?s)\\.\\.|[<!]=|[a-zA-Z0-9]+|.");

  /** What stands after the last token. */
  private static final String END = "";

  /** The operators between two values by their signs; each level binds more than the one before. */
  private static final List<Map<String, BinaryOperator<Fraction>>> LEVELS =
      List.of(
          Map.of(
              "<=", (a, b) -> truth(a.minus(b).numerator() <= 0),
              "!=", (a, b) -> truth(a.minus(b).numerator() != 0),
              "<", (a, b) -> truth(a.minus(b).numerator() < 0),
              "=", (a, b) -> truth(a.minus(b).numerator() == 0)),
          Map.of("+", Fraction::plus, "-", Fraction::minus),
          Map.of("*", Fraction::times, "/", Fraction::over));

  private final String text;
  private final String variable;
  private final Set<String> variables = new HashSet<>();
  private final Deque<String> tokens = new ArrayDeque<>();
  private final Node root;

  /**
   * What a formula is evaluated with.
   *
   * @param variables gives the value of a variable by its name
   * @param between draws a whole number between two, both included
   */
  record Scope(Function<String, Fraction> variables, LongBinaryOperator between) {}

  /** A part of a formula. */
  private interface Node {
    Fraction value(Scope scope);
  }

  /**
   * Reads a formula.
   *
   * @throws IllegalArgumentException if it is none
   */
  FamilyFormula(String text) {
    this.text = text.replace(" ", "");
    this.variable = this.text.matches("[a-z]\\w*") ? this.text : "";
    TOKEN.matcher(this.text).results().map(MatchResult::group).forEach(tokens::add);
    tokens.add(END);
    this.root = operation(0);
    expect(END);
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
    if (level == LEVELS.size()) {
      return signed();
    }

    Node left = operation(level + 1);
    Map<String, BinaryOperator<Fraction>> operators = LEVELS.get(level);
    while (operators.containsKey(tokens.element())) {
      BinaryOperator<Fraction> operator = operators.get(tokens.remove());
      left = both(left, operation(level + 1), operator);
    }

    return left;
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

    if (!tokens.element().matches("[a-zA-Z0-9]+")) {
      throw wrong();
    }

    String word = tokens.remove();
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
      Arrays.setAll(values, i -> arguments.get(i).value(scope));
      return call.value(values);
    };
  }

  private boolean isNext(String sign) {
    if (!tokens.element().equals(sign)) {
      return false;
    }

    tokens.remove();
    return true;
  }

  private void expect(String sign) {
    if (!isNext(sign)) {
      throw wrong();
    }
  }

  private IllegalArgumentException wrong() {
    return new IllegalArgumentException(
        "Formula cannot be read before '" + String.join("", tokens) + "': " + text);
  }
}
