package io.mathscale.generator.arithmetic;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Knows which equalities of a solution may hold only as remainders: those beside a congruence,
 * whose sides differ by a multiple of a modulus that the solution names.
 */
final class Remainders {
  private static final String MODULO = "mod";

  /** What is said of remainders; other words, such as {@code model}, begin in the same way. */
  private static final List<String> MODULI =
      List.of("mod ", "mod{", "mod\\", "mod(", "modulo", "modulus", "modular", "(mod", "pmod");

  /** What else is said where the solution names a modulus somewhere. */
  private static final List<String> MENTIONS = List.of("congruen", "inverse");

  /** What is said where only the last digit counts. */
  private static final List<String> LAST_DIGITS =
      List.of("units digit", "unit digit", "last digit");

  /** So many characters may stand between the word and the modulus. */
  private static final int MAX_BETWEEN = 6;

  private static final int MAX_DIGITS = 18;

  private final String solution;
  private Set<BigInteger> named;

  /**
   * The equalities of a solution.
   *
   * @param solution its text in lower case
   */
  Remainders(String solution) {
    this.solution = solution;
  }

  /**
   * Whether two numbers may be meant as remainders.
   *
   * @param around the text in lower case around the equality
   */
  boolean mayBeMeant(String around, Operand left, Operand right) {
    Set<BigInteger> moduli = new HashSet<>();
    if (around.contains("clock")) {
      moduli.add(BigInteger.valueOf(12));
    }

    if (around.contains("parity")) {
      moduli.add(BigInteger.TWO);
    }

    boolean isDigit = right.isShown() && right.tokens().get(0).text().length() == 1;
    if (isDigit && hasAny(around, LAST_DIGITS)) {
      moduli.add(BigInteger.TEN);
    }

    if (hasAny(around, MODULI) || hasAny(around, MENTIONS)) {
      if (named().isEmpty() && hasAny(solution, MODULI)) {
        return true; // a modulus that is a letter
      }

      moduli.addAll(named());
    }

    return !moduli.isEmpty() && isMultiple(left, right, moduli);
  }

  private static boolean hasAny(String text, List<String> words) {
    return words.stream().anyMatch(text::contains);
  }

  private static boolean isMultiple(Operand left, Operand right, Set<BigInteger> moduli) {
    try {
      Value one = OperandParser.value(left.tokens(), Reading.USUAL);
      Value other = OperandParser.value(right.tokens(), Reading.USUAL);
      Value difference = one.minus(other);
      return !one.isInteger()
          || !other.isInteger()
          || moduli.stream().anyMatch(modulus -> isZero(difference.numerator().mod(modulus)));
    } catch (NotComputedException e) {
      return true;
    }
  }

  private static boolean isZero(BigInteger number) {
    return number.signum() == 0;
  }

  /** The numbers behind {@code mod}, {@code modulo} and {@code \pmod}. */
  private Set<BigInteger> named() {
    if (named == null) {
      named = new HashSet<>();
      for (int at = solution.indexOf(MODULO); at >= 0; at = solution.indexOf(MODULO, at + 1)) {
        addModulus(at + MODULO.length());
      }
    }

    return named;
  }

  private void addModulus(int from) {
    int start = from;
    while (start < solution.length() && start - from <= MAX_BETWEEN && !isDigit(start)) {
      start++;
    }

    int end = start;
    while (end < solution.length() && end - start < MAX_DIGITS && isDigit(end)) {
      end++;
    }

    BigInteger modulus = end > start ? new BigInteger(solution.substring(start, end)) : null;
    if (modulus != null && modulus.signum() > 0) {
      named.add(modulus);
    }
  }

  private boolean isDigit(int at) {
    return solution.charAt(at) >= '0' && solution.charAt(at) <= '9';
  }
}
