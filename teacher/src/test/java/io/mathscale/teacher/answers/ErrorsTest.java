package io.mathscale.teacher.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mathscale.teacher.families.PosedProblem;
import io.mathscale.teacher.families.Repertoire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The teacher is wrong as often, and as much alike, as it is asked to be. */
class ErrorsTest {
  private static final int QUESTIONS = 400;

  /** A share of so many draws is further away from its mean once in 10,000 runs. */
  private static final double SIGMAS = 4;

  private static final ErrorRates RATES = new ErrorRates(0.05, 0.3);
  private static final AnswerOptions WRONG_AT_TIMES = AnswerOptions.RIGHT.withErrors(RATES);

  private static final List<PosedProblem> EASY = new ArrayList<>();
  private static final List<PosedProblem> HARD = new ArrayList<>();
  private static final TeacherAnswers RIGHT = new TeacherAnswers(AnswerOptions.RIGHT);

  @BeforeAll
  static void pose() {
    Repertoire repertoire = new Repertoire();
    List<String> points = List.copyOf(repertoire.knowledgePoints());
    SplittableRandom random = new SplittableRandom(1);
    while (EASY.size() < QUESTIONS || HARD.size() < QUESTIONS) {
      List<String> wanted =
          List.of(
              points.get(random.nextInt(points.size())), points.get(random.nextInt(points.size())));
      PosedProblem problem =
          repertoire.pose(List.of(), wanted.subList(0, random.nextInt(1, 3)), random);
      List<PosedProblem> kind = problem.isHard() ? HARD : EASY;
      if (kind.size() < QUESTIONS) {
        kind.add(problem);
      }
    }
  }

  @Test
  void errorsAreAsFrequentAsAskedOnEasyAndHardQuestions() {
    TeacherAnswers teacher = new TeacherAnswers(WRONG_AT_TIMES);

    assertShare(wrong(teacher, EASY, "a", 1).size(), EASY.size(), 0.05);
    assertShare(wrong(teacher, HARD, "a", 1).size(), HARD.size(), 0.3);
  }

  @Test
  void aModelMayHaveItsOwnRates() {
    AnswerOptions options = WRONG_AT_TIMES.withErrors("weak", ErrorRates.parse("hard=0.6"));

    assertShare(wrong(new TeacherAnswers(options), HARD, "weak", 1).size(), HARD.size(), 0.6);
    assertThat(wrong(new TeacherAnswers(options), EASY, "weak", 1)).isEmpty();
  }

  @Test
  void modelsAndTriesGoWrongIndependently() {
    TeacherAnswers teacher = new TeacherAnswers(WRONG_AT_TIMES);
    Map<String, String> first = wrong(teacher, HARD, "a", 1);
    for (Map<String, String> second :
        List.of(wrong(teacher, HARD, "b", 1), wrong(teacher, HARD, "a", 2))) {
      long both = first.keySet().stream().filter(second::containsKey).count();

      assertShare(both, HARD.size(), 0.3 * 0.3);
    }
  }

  @Test
  void asManyWrongAnswersCoincideAsAsked() {
    TeacherAnswers teacher =
        new TeacherAnswers(WRONG_AT_TIMES.withErrors(ErrorRates.parse("1")).withCoincide(0.3));
    int usual = 0;
    int others = 0;
    for (PosedProblem problem : HARD.subList(0, 60)) {
      Map<String, Integer> counts = new HashMap<>();
      for (int seed = 0; seed < 20; seed++) {
        counts.merge(answer(teacher, problem, "m" + seed % 3, seed), 1, Integer::sum);
      }

      List<Integer> sorted = counts.values().stream().sorted().toList();
      usual += sorted.get(sorted.size() - 1);
      others += sorted.size() > 1 ? sorted.get(sorted.size() - 2) : 0;
    }

    assertThat(usual / 1200.0).isBetween(0.27, 0.38);
    assertThat(others / 1200.0).isLessThan(0.2);
  }

  @Test
  void everyQuestionHasManyWaysToGoWrongAndNoneIsRight() {
    Repertoire repertoire = new Repertoire();
    for (PosedProblem problem : concat(EASY, HARD)) {
      List<PosedProblem> slips = repertoire.slips(problem);

      assertThat(slips).as(problem.question()).hasSizeGreaterThanOrEqualTo(5);
      assertThat(slips).extracting(PosedProblem::answer).doesNotHaveDuplicates();
      assertThat(slips)
          .allSatisfy(
              slip -> {
                assertThat(slip.answer()).isNotEqualTo(problem.answer());
                assertThat(slip.question()).isEqualTo(problem.question());
                assertThat(slip.solution()).endsWith("$\\boxed{" + slip.answer() + "}$.");
              });
    }
  }

  @Test
  void aWrongSolutionComesToItsAnswerBeforeItConcludes() {
    PosedProblem right = RIGHT.solved("What is $12 + 30$?").orElseThrow();
    List<String> solutions =
        new Repertoire().slips(right).stream().map(PosedProblem::solution).toList();

    assertThat(solutions)
        .contains(
            "Following the order of operations, $12 + 30 = 43$.\n"
                + "The final answer is $\\boxed{43}$.");
  }

  @Test
  void newPairsAreWrongAsOftenAsTheirQuestionsAreHard() {
    TeacherAnswers teacher =
        new TeacherAnswers(WRONG_AT_TIMES.withErrors(new ErrorRates(0.2, 0.2)));
    int wrong = 0;
    for (int seed = 0; seed < QUESTIONS; seed++) {
      String prompt = "Create a question.\n### Knowledge points\n- Discounts\n- Median\n";
      String pair = teacher.answer(new AskedPrompt(prompt, prompt, false, seed, "a"), 0);
      String question = pair.substring("Question: ".length(), pair.indexOf("\nSolution: "));
      PosedProblem right = RIGHT.solved(question).orElseThrow();
      wrong += pair.endsWith("$\\boxed{" + right.answer() + "}$.") ? 0 : 1;
    }

    assertShare(wrong, QUESTIONS, 0.2);
  }

  @Test
  void equalAnswersAreWrittenInSeveralWays() {
    TeacherAnswers teacher = new TeacherAnswers(AnswerOptions.RIGHT.withPhrasings());
    Set<String> written = new HashSet<>();
    for (int seed = 0; seed < 60; seed++) {
      written.add(answer(teacher, "What is 1 - 1/2?", "a", seed));
    }

    assertThat(written)
        .containsExactlyInAnyOrder("\\frac{1}{2}", "1/2", "\\dfrac{2}{4}", "0.5", "50\\%");
  }

  @Test
  void theSameRequestGetsTheSameAnswer() {
    AnswerOptions options = WRONG_AT_TIMES.withCoincide(0.3).withPhrasings();
    for (PosedProblem problem : HARD.subList(0, 50)) {
      assertThat(answer(new TeacherAnswers(options), problem, "a", 7))
          .isEqualTo(answer(new TeacherAnswers(options), problem, "a", 7));
    }
  }

  @Test
  void ratesAreRead() {
    assertThat(ErrorRates.parse("easy=0.05,hard=0.30")).isEqualTo(RATES);
    assertThat(ErrorRates.parse("0.1")).isEqualTo(new ErrorRates(0.1, 0.1));
    assertThatThrownBy(() -> ErrorRates.parse("soft=1")).hasMessageContaining("soft=1");
    assertThatThrownBy(() -> ErrorRates.parse("hard=x")).hasMessageContaining("hard=x");
    assertThatThrownBy(() -> ErrorRates.parse("hard=1.5"))
        .hasMessage("hard must be from 0 to 1: 1.5");
  }

  /** Returns the wrong answers of a model by question. */
  private static Map<String, String> wrong(
      TeacherAnswers teacher, List<PosedProblem> problems, String model, long seed) {
    Map<String, String> wrong = new HashMap<>();
    for (PosedProblem problem : problems) {
      String answer = answer(teacher, problem, model, seed);
      if (!answer.equals(problem.answer())) {
        wrong.put(problem.question(), answer);
      }
    }

    return wrong;
  }

  private static String answer(
      TeacherAnswers teacher, PosedProblem problem, String model, long seed) {
    return answer(teacher, problem.question(), model, seed);
  }

  private static String answer(TeacherAnswers teacher, String question, String model, long seed) {
    String text = teacher.answer(new AskedPrompt(question, question, false, seed, model), 0);
    return text.substring(text.lastIndexOf("The answer is $") + 15, text.length() - 2);
  }

  private static void assertShare(long found, int of, double expected) {
    assertThat((double) found / of)
        .isCloseTo(expected, within(SIGMAS * Math.sqrt(expected * (1 - expected) / of)));
  }

  private static List<PosedProblem> concat(List<PosedProblem> first, List<PosedProblem> second) {
    List<PosedProblem> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
