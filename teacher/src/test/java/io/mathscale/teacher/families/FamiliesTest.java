package io.mathscale.teacher.families;

import static java.util.stream.LongStream.rangeClosed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FamiliesTest {
  private static final int DRAWS = 300;

  private final AnswerChecks checks = new AnswerChecks();
  private final Repertoire repertoire = new Repertoire();

  @ParameterizedTest
  @MethodSource("families")
  void solvesWhatItPoses(Family family) {
    for (int draw = 0; draw < DRAWS; draw++) {
      Problem posed = family.pose(new SplittableRandom(draw));

      assertThat(family.solve(posed.question())).as(posed.question()).contains(posed);
      assertThat(posed.solution()).contains("\\boxed{" + posed.answer() + "}");
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void isMistakenForNoOther(Family family) {
    for (int draw = 0; draw < DRAWS; draw++) {
      Problem posed = family.pose(new SplittableRandom(draw));

      assertThat(repertoire.solve(posed.question())).as(family.name()).contains(posed);
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void saysNothingTwice(Family family) {
    for (int draw = 0; draw < DRAWS; draw++) {
      Problem posed = family.pose(new SplittableRandom(draw));

      assertThat(posed.solution())
          .doesNotContainPattern("(?:^|[$=] )([^$=]+) = \\1(?:\\$| =)")
          .doesNotContainPattern("(?<![\\d.}])1x|\\(-?\\d+\\)[xyk]|[+-] [+-]|\\b0x");
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void answersRightly(WordedFamily family) {
    for (int draw = 0; draw < DRAWS; draw++) {
      Values values = family.draw(new SplittableRandom(draw)).values();
      String answer = family.working(values).answer();

      if (checks.covers(family.name())) {
        assertThat(checks.error(family.name(), values, answer))
            .as("%s: %s for %s", family.name(), answer, values)
            .isCloseTo(0, within(1e-5 * Math.max(1, Math.abs(LatexNumbers.parse(answer)))));
      } else {
        assertThat(isRight(family.name(), values, answer))
            .as("%s: %s for %s", family.name(), answer, values)
            .isTrue();
      }
    }
  }

  /** Checks the answers that are not a number. All numbers are small enough for a double. */
  @SuppressWarnings("LongDoubleConversion")
  private static boolean isRight(String family, Values values, String answer) {
    return switch (family) {
      case "endpoint" -> {
        String[] point = answer.replaceAll("[() ]", "").split(",", -1);

        yield Long.parseLong(point[0]) + values.a() == 2 * values.c()
            && Long.parseLong(point[1]) + values.b() == 2 * values.d();
      }
      case "number-base" -> {
        String[] parts = answer.split("_", -1);

        yield parts[1].equals("{" + values.b() + "}")
            && Long.parseLong(parts[0], (int) values.b()) == values.a();
      }
      case "quadratic-inequality" -> {
        String[] ends = answer.replaceAll("[() ]", "").split(",", -1);
        long low = Long.parseLong(ends[0]);
        long high = Long.parseLong(ends[1]);

        yield low < high
            && low * low + values.a() * low + values.b() == 0
            && high * high + values.a() * high + values.b() == 0;
      }
      case "factor-cubic" -> {
        String[] parts = answer.replaceAll("[ )]", "").split("x\\(x|\\(x", -1);
        long factor = Long.parseLong(parts[0]);

        yield rangeClosed(-3, 3)
            .allMatch(
                x ->
                    factor * x * (x + Long.parseLong(parts[1])) * (x + Long.parseLong(parts[2]))
                        == ((values.a() * x + values.b()) * x + values.c()) * x);
      }
      case "day-of-the-week" ->
          DayOfWeek.valueOf(values.words().get("weekday").toUpperCase(Locale.ROOT))
              .plus(values.a())
              .name()
              .equalsIgnoreCase(answer.replaceAll("\\\\text\\{|}", ""));
      case "complex-product" ->
          // Its modulus is the product of the moduli and its angle the sum of the angles.
          complex(
              answer,
              Math.hypot(values.a(), values.b()) * Math.hypot(values.c(), values.d()),
              Math.atan2(values.b(), values.a()) + Math.atan2(values.d(), values.c()));
      case "imaginary-power" -> {
        double first = values.a() * Math.PI / 2;
        double second = values.b() * Math.PI / 2;
        double real = Math.cos(first) + Math.cos(second);
        double imaginary = Math.sin(first) + Math.sin(second);

        yield complex(answer, Math.hypot(real, imaginary), Math.atan2(imaginary, real));
      }
      default -> throw new IllegalArgumentException("Family must have a check: " + family);
    };
  }

  private static boolean complex(String answer, double modulus, double angle) {
    double[] parts = new double[2];

    for (String term : answer.replace(" ", "").replace("-", "+-").split("\\+", -1)) {
      if (term.endsWith("i")) {
        String size = term.substring(0, term.length() - 1);
        parts[1] = size.isEmpty() ? 1 : size.equals("-") ? -1 : Double.parseDouble(size);
      } else if (!term.isEmpty()) {
        parts[0] = Double.parseDouble(term);
      }
    }

    return Math.abs(parts[0] - modulus * Math.cos(angle)) < 1e-6
        && Math.abs(parts[1] - modulus * Math.sin(angle)) < 1e-6;
  }

  @ParameterizedTest
  @MethodSource("families")
  void leavesNoSlotOpen(Family family) {
    for (int draw = 0; draw < DRAWS; draw++) {
      Problem posed = family.pose(new SplittableRandom(draw));

      assertThat(posed.question() + posed.solution()).doesNotContainPattern("<\\+?[a-z]+[*,]?>");
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void posesManyQuestions(Family family) {
    Set<String> questions = new HashSet<>();

    for (int draw = 0; draw < DRAWS; draw++) {
      questions.add(family.pose(new SplittableRandom(draw)).question());
    }

    assertThat(questions).hasSizeGreaterThan(DRAWS / 2);
  }

  static Iterable<? extends Family> families() {
    return Families.ALL;
  }
}
