package io.mathscale.teacher.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.teacher.families.PosedProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownSolutionsTest {
  private static final String SETS =
      "Given the sets $P=\\{-2,0,4\\}$ and $Q=\\{0,1,4\\}$, find $P \\cap Q$.";
  private static final String WORD = "Which letter stands for the unknown?";

  @TempDir private Path folder;

  @Test
  void whatNoRuleSolvesIsSolvedAsTheFileSays() throws IOException {
    PosedProblem solved = teacher(AnswerOptions.RIGHT).solved(SETS).orElseThrow();

    assertThat(solved.answer()).isEqualTo("\\{0,4\\}");
    assertThat(solved.solution())
        .isEqualTo(
            "Both hold 0 and 4. The rest differ.\nThe final answer is $\\boxed{\\{0,4\\}}$.");
    assertThat(new TeacherAnswers(AnswerOptions.RIGHT).solved(SETS)).isEmpty();
  }

  @Test
  void setsAreWrittenInOtherOrders() throws IOException {
    Set<String> answers = answers(SETS, AnswerOptions.RIGHT.withPhrasings());

    assertThat(answers).hasSize(2);
    assertThat(answers).anyMatch(answer -> answer.contains("\\boxed{\\{4,0\\}}"));
  }

  @Test
  void itIsWrongAsOftenAsAtOtherQuestions() throws IOException {
    AnswerOptions wrong = AnswerOptions.RIGHT.withErrors(new ErrorRates(1, 1));

    assertThat(answers(SETS, wrong))
        .hasSizeGreaterThan(3)
        .noneMatch(a -> a.contains("{\\{0,4\\}}"));
    assertThat(answers(WORD, wrong)).singleElement().asString().contains("\\boxed{0}");
  }

  @Test
  void aFileMustBeJsonLines() throws IOException {
    Path file = Files.writeString(folder.resolve("k"), "no JSON\n");

    assertThatThrownBy(() -> new TeacherAnswers(AnswerOptions.RIGHT.withKnown(List.of(file))))
        .hasMessageStartingWith("--known must be a file of JSON lines");
  }

  private Set<String> answers(String question, AnswerOptions options) throws IOException {
    Set<String> answers = new HashSet<>();
    for (long seed = 0; seed < 40; seed++) {
      answers.add(
          teacher(options).answer(new AskedPrompt(question, question, false, seed, "m"), 0));
    }

    return answers;
  }

  private TeacherAnswers teacher(AnswerOptions options) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("known.jsonl"),
            """
            {"question": "%s", "solution": "Both hold 0 and 4. The rest differ. The answer is $\\\\boxed{\\\\{0,4\\\\}}$."}
            {"question": "%s", "solution": "It is $\\\\boxed{x}$."}
            {"question": "No solution?"}
            """
                .formatted(SETS.replace("\\", "\\\\"), WORD));
    return new TeacherAnswers(options.withKnown(List.of(file)));
  }
}
