package io.mathscale.teacher.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProofsTest {
  private static final String POSE = "### Topics\n- Logic\n### Knowledge points\n- Direct proofs\n";

  @Test
  void posesStatementsWithProofsThatItsJudgeTellsApart() {
    TeacherAnswers teacher =
        new TeacherAnswers(AnswerOptions.RIGHT.withErrors(new ErrorRates(0, 0.4)));
    Set<String> statements = new HashSet<>();
    Set<String> right = new HashSet<>();
    int wrong = 0;
    int tries = 400;
    for (int seed = 0; seed < tries; seed++) {
      String pair = teacher.answer(prompt(POSE, seed), 0);
      String question = pair.substring("Question: ".length(), pair.indexOf("\nSolution: "));
      String solution = pair.substring(pair.indexOf("\nSolution: ") + "\nSolution: ".length());
      statements.add(question.replaceAll("\\d+", ""));
      boolean isRight = verdict(teacher, question, solution).endsWith("RIGHT");
      wrong += isRight ? 0 : 1;
      if (isRight) {
        right.add(solution.replaceAll("\\d+", ""));
      }
    }

    assertThat(statements).hasSize(4).allMatch(question -> question.startsWith("Prove that "));
    assertThat(right).hasSize(7);
    assertThat((double) wrong / tries).isCloseTo(0.4, within(0.1));
  }

  @Test
  void provesWhatItPosesAndNothingElse() {
    TeacherAnswers teacher = new TeacherAnswers(AnswerOptions.RIGHT);
    String question = "Prove that for every integer $n$ the number $17n(n + 1)$ is even.";

    String proof = teacher.answer(prompt("### Question\n" + question, 1), 0);

    assertThat(verdict(teacher, question, proof)).endsWith("RIGHT");
    assertThat(verdict(teacher, question, proof.replace("17", "18"))).endsWith("WRONG");
    assertThat(teacher.answer(prompt("### Question\nProve that $2$ is even.", 1), 0))
        .isEqualTo(TeacherAnswers.UNSOLVED);
    assertThat(verdict(teacher, "Prove that $2$ is even.", "It is.")).endsWith("UNSURE");
  }

  private static String verdict(TeacherAnswers teacher, String question, String solution) {
    return teacher.answer(
        prompt(
            "<question-m>\n%s\n</question-m>\n<solution-m>\n%s\n</solution-m>\n"
                .formatted(question, solution),
            1),
        0);
  }

  private static AskedPrompt prompt(String text, long seed) {
    return new AskedPrompt(text, text, false, seed, "m");
  }
}
