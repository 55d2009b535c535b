package io.mathscale.grader.arithmetic;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.expression.UndefinedValueException;
import java.math.BigInteger;
import java.util.List;

/**
 * A way to calculate with formulas.
 *
 * @param <T> its numbers
 */
interface Arithmetic<T> {
  /** The number nearest to an exact one. */
  T of(Rational value);

  /** A constant. */
  T of(Node.Constant constant);

  /** The value of a variable at the point where the formula is taken. */
  T variable(String name);

  T plus(T left, T right);

  T times(T left, T right);

  /** One divided by the number. */
  T inverse(T value);

  /** A power whose exponent is an integer. */
  T integerPower(T base, BigInteger exponent);

  /** A power whose exponent is an exact fraction, and no integer. */
  T fractionalPower(T base, Rational exponent);

  /** A power whose exponent is worked out too. */
  T power(T base, T exponent);

  /**
   * A function of numbers.
   *
   * @throws UndefinedValueException if it has no value here, or is none that this arithmetic knows
   */
  T call(String function, List<T> arguments);
}
