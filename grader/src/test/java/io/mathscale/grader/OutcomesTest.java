package io.mathscale.grader;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.grader.verdict.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pairs of answers where it matters whether the outcome is WRONG or UNDECIDED. */
class OutcomesTest {

  @ParameterizedTest
  @MethodSource("pairs")
  void saysWrongOnlyWhereItIsSure(String line) {
    String[] fields = line.split("\t", -1);
    Outcome outcome = Outcome.valueOf(fields[0]);

    assertThat(Graders.strict().gradeAnswer(fields[2], fields[1]).outcome()).isEqualTo(outcome);
    assertThat(Graders.strict().gradeAnswer(fields[1], fields[2]).outcome()).isEqualTo(outcome);
  }

  static Stream<String> pairs() {
    return Stream.of("measures.tsv", "sets.tsv").flatMap(OutcomesTest::lines);
  }

  private static Stream<String> lines(String file) {
    try (InputStream lines = OutcomesTest.class.getResourceAsStream(file)) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
