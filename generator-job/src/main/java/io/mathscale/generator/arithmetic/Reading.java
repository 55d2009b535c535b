package io.mathscale.generator.arithmetic;

import java.math.BigDecimal;
import java.util.List;

/**
 * How ambiguous notation is read. An equality is false only if it is so in all readings.
 *
 * @param isMixedNumber whether {@code 3\frac12} is a sum, not a product
 * @param isPercentHundredth whether {@code %} divides by a hundred
 * @param isSlashOverProduct whether {@code 6/2(3)} divides by all that follows without a sign
 * @param isFactorialAtEnd whether a last {@code !} is a factorial, not an exclamation
 * @param isMinusInPower whether {@code -2^2} is the square of −2
 * @param pi what π is worth: solutions for schools take 3.14 or 22/7
 */
record Reading(
    boolean isMixedNumber,
    boolean isPercentHundredth,
    boolean isSlashOverProduct,
    boolean isFactorialAtEnd,
    boolean isMinusInPower,
    Value pi) {
  /** The reading that is right most often. */
  static final Reading USUAL = new Reading(true, true, false, true, false, Value.PI);

  /** The others, most of them in one point apart from the usual one. */
  static final List<Reading> OTHERS =
      List.of(
          new Reading(true, false, false, true, false, Value.PI),
          new Reading(false, true, false, true, false, Value.PI),
          new Reading(true, true, true, true, false, Value.PI),
          new Reading(true, true, false, false, false, Value.PI),
          new Reading(true, true, false, true, true, Value.PI),
          new Reading(false, true, true, true, false, Value.PI),
          new Reading(true, true, false, true, false, Value.of(new BigDecimal("3.14"))),
          new Reading(true, true, false, true, false, Value.of(new BigDecimal("3.1416"))),
          new Reading(true, true, false, true, false, Value.of(22).over(Value.of(7))),
          new Reading(true, true, false, true, false, Value.of(3)));
}
