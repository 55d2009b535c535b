package io.mathscale.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pairs of answers that mean the same or differ, of the kinds that occur in benchmarks. */
class StrictAnswersTest {
  private static final String PAIRS = "answers.tsv";

  /** Every kind of answer from both sides: pairs that mean the same, and pairs that just do not. */
  private static final String KINDS = "kinds.tsv";

  private static final String COMPLETIONS = "completions.tsv";

  @ParameterizedTest
  @MethodSource("pairs")
  void distinguishesEqualAndDifferentAnswers(String line) {
    String[] fields = line.split("\t", -1);
    boolean same = fields[0].equals("same");

    assertThat(Graders.strict().gradeAnswer(fields[1], fields[2]).isRight()).isEqualTo(same);
    assertThat(Graders.strict().gradeAnswer(fields[2], fields[1]).isRight()).isEqualTo(same);
  }

  @ParameterizedTest
  @MethodSource("completions")
  void findsTheAnswerInWhatModelsWrite(String line) {
    String[] fields = line.split("\t", -1);
    boolean isRight = fields[0].equals("right");

    assertThat(Graders.strict().grade(fields[1].replace("⏎", "\n"), fields[2]).isRight())
        .isEqualTo(isRight);
  }

  static Stream<String> pairs() {
    return Stream.concat(lines(PAIRS), lines(KINDS).filter(line -> !line.startsWith("# ")));
  }

  static Stream<String> completions() {
    return lines(COMPLETIONS);
  }

  private static Stream<String> lines(String file) {
    try (InputStream lines = StrictAnswersTest.class.getResourceAsStream(file)) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
