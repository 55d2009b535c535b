package io.mathscale.grader;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.grader.verdict.Outcome;
import io.mathscale.grader.verdict.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads a last value with all that belongs to it, and no value that the text takes back. */
class LastValuesTest {
  private final StrictGrader grader = Graders.strict();

  @ParameterizedTest
  @MethodSource("expressions")
  void readsTheWholeExpressionAroundTheLastNumber(String line) {
    assertOutcome(line);
  }

  @ParameterizedTest
  @MethodSource("retractions")
  void decidesNothingByAValueThatIsTakenBack(String line) {
    assertOutcome(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "She has %s apples.",
        "That makes 3 + 4 = %s.",
        "So, in total, it costs $%s",
        "- %s apples",
        "* %s",
        "1. First step\n2. Total: %s",
        "The number of eggs (in total) is %s.",
        "=> %s",
        "Total -> %s",
        "<<3*4=12>>%s eggs are left",
        "| Total | %s |",
        "The room is %s m wide.",
        "Tom has 3, so Ann has %s",
        "the total is twelve (%s).",
        "# Result: %s"
      })
  void readsAPlainNumberAsItStands(String sentence) {
    for (String number : List.of("12", "1,200", "3.5", "12%", "1/3")) {
      StrictGrade grade = grader.grade(sentence.replace("%s", number), number);

      assertThat(grade.outcome()).as("%s", grade).isEqualTo(Outcome.RIGHT);
      assertThat(grade.extracted()).isEqualTo(number);
    }
  }

  @Test
  void tellsWhyItDoesNotDecide() {
    assertThat(grader.grade("The grid is 2 by 3", "3").rule()).isEqualTo(Rule.NOT_UNDERSTOOD);
    assertThat(grader.grade("The grid is 2 by 3", "3").extracted()).isEqualTo("2 by 3");
    assertThat(grader.grade("The answer is 41. Sorry, 42.", "41").rule()).isEqualTo(Rule.HEDGE);
    assertThat(grader.grade("Is the answer 42?", "42").rule()).isEqualTo(Rule.HEDGE);
  }

  @Test
  void takesAnUnclearExpressionThatIsTheReferenceItself() {
    assertThat(grader.grade("The grid is 2 by 3", "2 by 3").isRight()).isTrue();
    assertThat(grader.grade("The range is 5-10.", "5-10").isRight()).isTrue();
  }

  @Test
  void looksNoFurtherThanTheLine() {
    String columns = "The counts are\n3\n4\n5";
    String far = "x + ".repeat(200) + "5";

    assertThat(grader.grade(columns, "5").isRight()).isTrue();
    assertThat(grader.grade(far, "5").isRight()).isFalse();
  }

  private void assertOutcome(String line) {
    String[] fields = line.replace("⏎", "\n").split("\t", -1);

    StrictGrade grade = grader.grade(fields[1], fields[2]);

    assertThat(grade.outcome()).as("%s", grade).isEqualTo(Outcome.valueOf(fields[0]));
  }

  static Stream<String> expressions() {
    return lines("last-values.tsv");
  }

  static Stream<String> retractions() {
    return lines("retractions.tsv");
  }

  private static Stream<String> lines(String file) {
    try (InputStream cases = LastValuesTest.class.getResourceAsStream(file)) {
      String text = new String(cases.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n", -1)).filter(line -> !line.isEmpty());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
