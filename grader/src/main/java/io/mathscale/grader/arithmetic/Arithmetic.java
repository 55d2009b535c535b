package io.mathscale.grader.arithmetic;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.expression.UndefinedValueException;
import java.math.BigInteger;
import java.util.List;

/**
 * The operations with which formulas are evaluated, on one kind of number.
 *
 * @param <T> its numbers
 */
interface Arithmetic<T> {
  /** The number nearest to an exact one. */
  T of(Rational value);

  /** A constant. */
  T of(Node.Constant constant);

  /** The value of a variable at the point where the formula is evaluated. */
  T variable(String name);

  /** The sum. */
  T plus(T left, T right);

  /** The product. */
  T times(T left, T right);

  /** One divided by the number. */
  T inverse(T value);

  /** A power whose exponent is an integer. */
  T integerPower(T base, BigInteger exponent);

  /** A power whose exponent is an exact fraction, not an integer. */
  T fractionalPower(T base, Rational exponent);

  /** A power whose exponent is a number of this kind. */
  T power(T base, T exponent);

  /**
   * A function of numbers.
   *
   * @throws UndefinedValueException if it has no value here, or is unknown to this arithmetic
   */
  T call(String function, List<T> arguments);
}
