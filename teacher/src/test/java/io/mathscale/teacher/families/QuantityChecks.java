package io.mathscale.teacher.families;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;

/**
 * Checks of answers without the families' own formulas: each tells how far an answer is from
 * fulfilling the question, by putting it in, by simulation, by brute force or numerically.
 */
class QuantityChecks {
  private static final Map<String, ToDoubleBiFunction<Numbers, Double>> ERRORS = new HashMap<>();

  static {
    EverydayChecks.addTo(ERRORS);
    AlgebraChecks.addTo(ERRORS);
    GeometryChecks.addTo(ERRORS);
    CountingChecks.addTo(ERRORS);
  }

  private QuantityChecks() {}

  static Set<String> names() {
    return ERRORS.keySet();
  }

  /** Returns how far an answer is from right, 0 if it is right. */
  static double error(String name, Numbers numbers, double answer) {
    return ERRORS.get(name).applyAsDouble(numbers, answer);
  }
}
