package io.mathscale.generator.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.grader.Graders;
import io.mathscale.grader.StrictGrade;
import io.mathscale.teacher.families.Phrasings;
import io.mathscale.teacher.families.PosedProblem;
import io.mathscale.teacher.families.Repertoire;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the teacher means as right or wrong the strict grader calls so, in whatever form. */
class TeacherPhrasingsTest {
  private static final int PROBLEMS_OF_A_POINT = 3;

  private static final Pattern FRACTION = Pattern.compile("(-?)\\\\frac\\{(\\d+)}\\{(\\d+)}");
  private static final Pattern BASED = Pattern.compile("(\\w+)_\\{(\\d|[12]\\d)}");
  private static final Pattern WHOLE = Pattern.compile("-?\\d+");

  private final Repertoire repertoire = new Repertoire();

  @Test
  void thePhrasingsOfRightAnswersAreRightAndThoseOfWrongOnesWrong() {
    SplittableRandom random = new SplittableRandom(15);
    List<String> misgraded = new ArrayList<>();
    int inOtherWords = 0;
    int slips = 0;
    for (String point : repertoire.knowledgePoints()) {
      for (int i = 0; i < PROBLEMS_OF_A_POINT; i++) {
        PosedProblem right = repertoire.pose(List.of(), List.of(point), random);
        List<String> phrasings = Phrasings.of(right);
        inOtherWords += phrasings.size() - 1;
        for (String phrasing : phrasings) {
          if (!grade(phrasing, right).isRight()) {
            misgraded.add("not right: %s for %s".formatted(phrasing, right));
          }
        }

        for (PosedProblem slip : repertoire.slips(right)) {
          if (isHardlyWrong(slip.answer(), right.answer())) {
            continue;
          }

          slips++;
          for (String phrasing : Phrasings.of(slip)) {
            if (!grade(phrasing, right).isWrong()) {
              misgraded.add("not wrong: %s for %s".formatted(phrasing, right));
            }
          }
        }
      }
    }

    assertThat(misgraded).isEmpty();
    assertThat(inOtherWords).isGreaterThan(PROBLEMS_OF_A_POINT * 100);
    assertThat(slips).isGreaterThan(PROBLEMS_OF_A_POINT * 1_000);
  }

  /**
   * Whether a slip leads to the right number all the same: rounded, with the sign of zero, or
   * written to another base.
   */
  private static boolean isHardlyWrong(String wrong, String right) {
    double expected = number(right);
    double found = number(wrong);
    return found == expected
        || (right.contains("frac") && Math.abs(found - expected) < 0.01 * Math.abs(expected));
  }

  /** The value of a number, a fraction or a number to a base; not a number for anything else. */
  private static double number(String answer) {
    Matcher fraction = FRACTION.matcher(answer);
    Matcher based = BASED.matcher(answer);
    if (fraction.matches()) {
      double value = Double.parseDouble(fraction.group(2)) / Double.parseDouble(fraction.group(3));
      return fraction.group(1).isEmpty() ? value : -value;
    }

    if (based.matches()) {
      int base = Integer.parseInt(based.group(2));
      return based.group(1).chars().allMatch(digit -> Character.digit(digit, base) >= 0)
          ? Long.parseLong(based.group(1), base)
          : Double.NaN;
    }

    return WHOLE.matcher(answer).matches() ? Double.parseDouble(answer) : Double.NaN;
  }

  private static StrictGrade grade(String answer, PosedProblem right) {
    return Graders.strict().gradeAnswer(answer, right.answer(), right.question());
  }
}
