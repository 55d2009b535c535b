package io.mathscale.teacher.families;

import static java.util.stream.LongStream.rangeClosed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class FamiliesTest {
  private static final int DRAWS = 300;
  private static final int STRIDE = 5;
  private static final Repertoire REPERTOIRE = new Repertoire();

  /** The answers that are no number. */
  private static final Set<String> TEXTS =
      Set.of("weekday/day", "factored/factors", "complex-product/product", "bases/written");

  /** A quantity with its family. */
  record Asked(ProblemFamily family, Quantity quantity) {
    /** Returns a problem that asks for the quantity, with the numbers of a draw. */
    Story story(int draw) {
      return Stream.iterate(draw, seed -> seed + DRAWS)
          .limit(40)
          .flatMap(
              seed ->
                  new StoryWriter(new SplittableRandom(seed))
                          .write(
                              List.of(new StoryPlans.Candidate(family, List.of(quantity), 0, 0, 0)))
                          .stream())
          .findFirst()
          .orElseThrow(() -> new AssertionError("No numbers fit together: " + this));
    }

    @Override
    public String toString() {
      return family.name() + "/" + quantity.name();
    }
  }

  @ParameterizedTest
  @MethodSource("quantities")
  void solvesWhatItPoses(Asked asked) {
    for (int draw = 0; draw < DRAWS; draw++) {
      PosedProblem posed = asked.story(draw).problem();

      assertThat(REPERTOIRE.solve(posed.question())).as(posed.question()).contains(posed);
      assertThat(posed.solution()).contains("\\boxed{" + posed.answer() + "}");
    }
  }

  @ParameterizedTest
  @MethodSource("quantities")
  void saysNothingTwice(Asked asked) {
    for (int draw = 0; draw < DRAWS; draw++) {
      assertThat(asked.story(draw).problem().solution())
          .doesNotContainPattern("(?:^|[$=] )([^$=]+) = \\1(?:\\$| =)")
          .doesNotContainPattern("(?<![\\d.}])1x|\\(-?\\d+\\)[xyk]|[+-] [+-]|\\b0x");
    }
  }

  @ParameterizedTest
  @MethodSource("quantities")
  void answersRightly(Asked asked) {
    for (int draw = 0; draw < DRAWS; draw++) {
      Story story = asked.story(draw);
      Numbers numbers = new Numbers(story.parts().get(0).setting());
      String answer = story.problem().answer();
      if (TEXTS.contains(asked.toString())) {
        assertThat(isRight(asked.toString(), numbers, answer))
            .as("%s: %s in %s", asked, answer, story.question())
            .isTrue();
      } else {
        double value = LatexNumbers.parse(answer);

        assertThat(QuantityChecks.error(asked.toString(), numbers, value))
            .as("%s: %s in %s", asked, answer, story.question())
            .isCloseTo(0, within(1e-5 * Math.max(1, Math.abs(value))));
      }
    }
  }

  @Test
  void everyCheckIsOfAQuantity() {
    Set<String> names = new HashSet<>(QuantityChecks.names());
    names.addAll(TEXTS);

    assertThat(quantities().map(Asked::toString)).containsExactlyInAnyOrderElementsOf(names);
  }

  /** Checks the answers that are not a number. All numbers are small enough for a double. */
  @SuppressWarnings("LongDoubleConversion")
  private static boolean isRight(String name, Numbers v, String answer) {
    return switch (name) {
      case "weekday/day" ->
          DayOfWeek.of((int) v.d + 1)
              .plus(v.q)
              .name()
              .equalsIgnoreCase(answer.replaceAll("\\\\text\\{|}", ""));
      case "bases/written" -> {
        String[] parts = answer.split("_", -1);

        yield parts[1].equals("{" + v.b + "}") && Long.parseLong(parts[0], (int) v.b) == v.q;
      }
      case "factored/factors" -> {
        String[] parts = answer.replaceAll("[ )]", "").split("v\\(v|\\(v", -1);
        long factor = Long.parseLong(parts[0]);

        yield rangeClosed(-3, 3)
            .allMatch(
                x ->
                    factor * x * (x + Long.parseLong(parts[1])) * (x + Long.parseLong(parts[2]))
                        == ((v.a * x + v.b) * x + v.c) * x);
      }
      case "complex-product/product" ->
          // Its modulus is the product of the moduli and its angle the sum of the angles.
          complex(
              answer,
              Math.hypot(v.a, v.b) * Math.hypot(v.c, v.d),
              Math.atan2(v.b, v.a) + Math.atan2(v.d, v.c));
      default -> throw new IllegalArgumentException("Quantity must have a check: " + name);
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
  @MethodSource("quantities")
  void leavesNoSlotOpen(Asked asked) {
    for (int draw = 0; draw < DRAWS; draw++) {
      PosedProblem posed = asked.story(draw).problem();

      assertThat(posed.question() + posed.solution())
          .doesNotContainPattern("<\\+?[a-z]+[*,]?>|\\{q}|null");
    }
  }

  @ParameterizedTest
  @MethodSource("quantities")
  void posesManyQuestions(Asked asked) {
    Set<String> questions = new HashSet<>();
    for (int draw = 0; draw < DRAWS; draw++) {
      questions.add(asked.story(draw).question());
    }

    assertThat(questions).hasSizeGreaterThan(DRAWS / 2);
  }

  /**
   * A situation that goes on with a quantity is solved with the value that the quantity has. Each
   * quantity is joined with every fifth family, others for the next quantity.
   */
  @ParameterizedTest
  @MethodSource("quantities")
  void goesOnWithWhatCameBefore(Asked first) {
    Quantity quantity = first.quantity();
    for (int i = Math.floorMod(first.toString().hashCode(), STRIDE);
        i < REPERTOIRE.families().size();
        i += STRIDE) {
      ProblemFamily family = REPERTOIRE.families().get(i);
      Quantity last = family.quantities().get(0);
      boolean fits =
          quantity.formula().isPresent()
              && family.continues(quantity.measure().after(Measure.VALUE))
              && (family.symbols() & first.family().symbols()) == 0
              && !family.name().equals(first.family().name());
      Optional<Story> written =
          fits
              ? new StoryWriter(new SplittableRandom(DRAWS))
                  .write(
                      List.of(
                          new StoryPlans.Candidate(first.family(), List.of(quantity), 0, 0, 0),
                          new StoryPlans.Candidate(family, List.of(last), 0, 0, 0)))
              : Optional.empty();
      if (written.isPresent()) {
        PosedProblem posed = written.get().problem();

        assertThat(REPERTOIRE.solve(posed.question())).as(posed.question()).contains(posed);
        assertThat(written.get().parts().get(1).setting().variable(ProblemText.LINK))
            .isEqualTo(written.get().parts().get(0).value());
      }
    }
  }

  static Stream<Asked> quantities() {
    return REPERTOIRE.families().stream()
        .flatMap(
            family -> family.quantities().stream().map(quantity -> new Asked(family, quantity)));
  }
}
