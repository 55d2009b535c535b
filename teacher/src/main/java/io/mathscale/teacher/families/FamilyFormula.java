package io.mathscale.teacher.families;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
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
  private static final List<String> COMPARISONS = List.of("<=", "!=", "<", "=");

  private final String text;
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

  /** A part of a formula. */
  private interface Node {
    Fraction value(Scope scope);
  }

  private FamilyFormula(String text) {
    this.text = text.replace(" ", "");
    this.root = comparison();

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

  /** Returns the value with numbers drawn by a function that chooses between two. */
  Fraction value(LongBinaryOperator between) {
    return value(
        new Scope(
            name -> {
              throw new IllegalArgumentException("Formula must have no variable: " + text);
            },
            between));
  }

  /** Returns the names of all variables. */
  Set<String> variables() {
    return Collections.unmodifiableSet(variables);
  }

  /** Returns the name of the variable that this is, empty if it is more than that. */
  String variable() {
    return text.matches("[a-z]\\w*") ? text : "";
  }

  private Node comparison() {
    Node left = sum();

    for (String sign : COMPARISONS) {
      if (isNext(sign)) {
        Node right = sum();

        return scope ->
            Fraction.of(holds(sign, left.value(scope).minus(right.value(scope))) ? 1 : 0);
      }
    }

    return left;
  }

  private static boolean holds(String sign, Fraction difference) {
    int signum = Long.signum(difference.numerator());

    return switch (sign) {
      case "<" -> signum < 0;
      case "<=" -> signum <= 0;
      case "!=" -> signum != 0;
      default -> signum == 0;
    };
  }

  private Node sum() {
    Node value = product();

    while (true) {
      if (isNext("+")) {
        value = both(value, product(), Fraction::plus);
      } else if (isNext("-")) {
        value = both(value, product(), Fraction::minus);
      } else {
        return value;
      }
    }
  }

  private Node product() {
    Node value = signed();

    while (true) {
      if (isNext("*")) {
        value = both(value, signed(), Fraction::times);
      } else if (isNext("/")) {
        value = both(value, signed(), Fraction::over);
      } else {
        return value;
      }
    }
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
      Node value = comparison();
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
      arguments.add(comparison());
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
