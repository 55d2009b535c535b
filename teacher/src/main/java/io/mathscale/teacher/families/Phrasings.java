package io.mathscale.teacher.families;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The ways to write one answer: as a fraction, a decimal or a share of 100, with its unit, a set in
 * another order.
 */
public final class Phrasings {
  private static final Pattern FRACTION =
      Pattern.compile("(-?)\\\\frac\\{(\\d{1,9})}\\{(\\d{1,9})}");
  private static final Pattern MULTIPLE_OF_PI =
      Pattern.compile("\\\\frac\\{(\\d+)}\\{(\\d+)}\\\\pi");
  private static final Pattern SET =
      Pattern.compile("\\\\\\{([^(){}\\[\\]]+,[^(){}\\[\\]]+)\\\\\\}");
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,15}");
  private static final Pattern UNIT =
      Pattern.compile(
          Arrays.stream(Measure.values())
              .map(Measure::unit)
              .filter(unit -> !unit.isEmpty())
              .collect(Collectors.joining("|", "(?:", ")[?.]$")));

  /** Longer decimals are written by nobody. */
  private static final int MAX_DECIMALS = 4;

  private Phrasings() {}

  /** Returns the ways to write the answer of a problem, the first as it is. */
  public static List<String> of(PosedProblem problem) {
    String answer = problem.answer();
    Matcher fraction = FRACTION.matcher(answer);
    Matcher set = SET.matcher(answer);
    Matcher pi = MULTIPLE_OF_PI.matcher(answer);
    List<String> written = new ArrayList<>(List.of(answer));
    if (fraction.matches()) {
      fractions(
          written,
          fraction.group(1),
          Integer.parseInt(fraction.group(2)),
          Integer.parseInt(fraction.group(3)));
    } else if (set.matches()) {
      List<String> elements = Arrays.asList(set.group(1).split(","));
      Collections.reverse(elements);
      written.add(elements.stream().collect(Collectors.joining(",", "\\{", "\\}")));
    } else if (pi.matches()) {
      written.add("\\frac{" + pi.group(1) + "\\pi}{" + pi.group(2) + "}");
    } else if (WHOLE.matcher(answer).matches()) {
      wholes(written, problem);
    }

    return written;
  }

  private static void fractions(List<String> written, String sign, int numerator, int denominator) {
    written.add(sign + numerator + "/" + denominator);
    written.add(sign + "\\dfrac{" + 2L * numerator + "}{" + 2L * denominator + "}");
    BigDecimal exact = BigDecimal.valueOf(numerator);
    BigDecimal decimal =
        exact.divide(BigDecimal.valueOf(denominator), MAX_DECIMALS, RoundingMode.DOWN);
    if (decimal.multiply(BigDecimal.valueOf(denominator)).compareTo(exact) == 0) {
      BigDecimal shortest = decimal.stripTrailingZeros();
      written.add(sign + shortest.setScale(Math.max(1, shortest.scale())));
      if (numerator < denominator) {
        written.add(sign + shortest.movePointRight(2).toPlainString() + "\\%");
      }
    }
  }

  private static void wholes(List<String> written, PosedProblem problem) {
    String answer = problem.answer();
    Matcher unit = UNIT.matcher(problem.question());
    written.add(answer + ".0");
    if (answer.length() > 4 && !answer.startsWith("-")) {
      written.add("%,d".formatted(Long.parseLong(answer)).replace(",", "{,}"));
    }

    if (unit.find()) {
      String name = unit.group().replaceAll("^ in |[?.]$", "");
      written.add(answer + " \\text{ " + name + "}");
    }
  }
}
