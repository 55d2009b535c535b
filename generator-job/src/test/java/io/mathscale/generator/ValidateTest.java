package io.mathscale.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.command.ExitCode;
import io.mathscale.core.command.JobCommandLine;
import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.data.JudgeVerdict;
import io.mathscale.core.data.ModelVotes;
import io.mathscale.core.data.PairJudgement;
import io.mathscale.core.data.QuestionType;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.Validation;
import io.mathscale.core.data.ValidationVerdict;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.core.workspace.WriteMetadata;
import io.mathscale.generator.replies.ScriptedAnswers;
import io.mathscale.generator.validate.ValidationCounts;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import io.mathscale.teacher.answers.AnswerOptions;
import io.mathscale.teacher.answers.ErrorRates;
import io.mathscale.teacher.families.PosedProblem;
import io.mathscale.teacher.families.Repertoire;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@ExtendWith(SparkExtension.class)
class ValidateTest {
  private static final String THREE_MODELS =
      "validate.models = [{ name = one }, { name = two }, { name = three }]";

  private static final AnswerOptions WRONG_AT_TIMES =
      AnswerOptions.RIGHT.withErrors(new ErrorRates(0.05, 0.30)).withCoincide(0.3).withPhrasings();

  /** Half of them are hard. */
  private static final int PAIRS = 240;

  @TempDir private Path folder;
  private final Set<String> wrong = new HashSet<>();
  private SparkSession spark;
  private Workspace workspace;

  @BeforeEach
  void openWorkspace(SparkSession session) {
    spark = session;
    workspace = Workspace.at(session, folder.resolve("w").toString());
  }

  @Test
  void tellsRightAnswersFromWrongOnesAtHalfTheCalls() throws IOException {
    write(posed(PAIRS));
    try (Teacher teacher = teacher(WRONG_AT_TIMES)) {
      assertThat(validate(teacher, THREE_MODELS)).isEqualTo(ExitCode.DONE);

      List<Validation> validations = validations();
      long calls = teacher.stats().completed();
      assertThat(validations).hasSizeBetween(PAIRS * 9 / 10, PAIRS);
      assertThat(validations.stream().mapToInt(Validation::tries).sum()).isEqualTo(calls);
      assertThat(calls).isLessThanOrEqualTo(validations.size() * 5L * 55 / 100);
      List<Validation> wrongOnes =
          validations.stream().filter(one -> wrong.contains(one.id())).toList();
      assertThat(count(wrongOnes, ValidationVerdict.AGREED))
          .isLessThanOrEqualTo(wrongOnes.size() * 5L / 100);
      List<Validation> rightOnes =
          validations.stream().filter(one -> !wrong.contains(one.id())).toList();
      assertThat(rightOnes.size() - count(rightOnes, ValidationVerdict.AGREED))
          .isLessThanOrEqualTo(rightOnes.size() * 3L / 100);
      assertThat(validations)
          .allSatisfy(
              one -> {
                assertThat(one.votes().stream().mapToInt(group -> group.count()).sum())
                    .isLessThanOrEqualTo(one.tries());
                assertThat(one.passRate()).isBetween(0.0, 1.0);
                assertThat(one.cost()).isPositive();
                assertThat(one.rule()).isEqualTo("sequential-5");
              });
      assertThat(
              validations.stream()
                  .flatMap(one -> one.votes().stream())
                  .flatMap(group -> group.models().stream())
                  .map(ModelVotes::model)
                  .distinct())
          .containsExactlyInAnyOrder("one", "two", "three");
      BigDecimal cost =
          validations.stream().map(Validation::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(workspace.manifest("validations").orElseThrow().calls().cost())
          .isEqualByComparingTo(cost);

      assertThat(validate(teacher, THREE_MODELS)).isEqualTo(ExitCode.DONE);
      assertThat(teacher.stats().completed()).as("asked anew").isEqualTo(calls);
      assertThat(validations()).containsExactlyInAnyOrderElementsOf(validations);
    }
  }

  @Test
  void asksNothingWhereThereIsNothingToCompareAndListsUselessReplies() throws IOException {
    PosedProblem problem = pose(new SplittableRandom(5));
    write(
        List.of(
            pair(
                "proof",
                "Prove that $2$ is even.",
                "It is, since $2 = 2$.",
                "",
                QuestionType.PROOF),
            pair("short", "What is 1 + 1?", "2", "2", QuestionType.VALUE),
            pair(
                "unknown",
                "How many angels dance on this needle?",
                "By counting them all we find $\\boxed{7}$.",
                "7",
                QuestionType.VALUE),
            pair(
                "right",
                problem.question(),
                problem.solution(),
                problem.answer(),
                QuestionType.VALUE)));
    try (Teacher teacher = teacher(AnswerOptions.RIGHT)) {
      assertThat(validate(teacher, "refine.quality.missing-answer = flag"))
          .isEqualTo(ExitCode.DONE);

      assertThat(teacher.stats().completed()).isEqualTo(2 + 5);
    }

    assertThat(validations())
        .extracting(
            one -> "%s %s %d %s".formatted(one.id(), one.verdict(), one.tries(), one.passRate()))
        .containsExactlyInAnyOrder(
            "proof UNDECIDED 0 null", "unknown UNSOLVED 5 0.0", "right AGREED 2 1.0");
    assertThat(workspace.read(Tables.rejectedBy("validate")).collectAsList())
        .hasSize(5)
        .allMatch(row -> row.reason() == RejectionReason.REFUSAL)
        .allMatch(row -> row.id().equals("unknown") && row.call().length() == 64)
        .extracting(Rejected::origin)
        .contains("pair unknown, fresh solution 4, by teacher");
  }

  @Test
  void judgesDecideWhatNoVotesCan() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    PosedProblem first = pose(random);
    PosedProblem second = pose(random);
    PosedProblem slip = new Repertoire().slips(second).get(0);
    PosedProblem third = pose(random);
    String open = "The result, which we call by the name that it had, is $\\boxed{\\text{B}}$.";
    write(
        List.of(
            posed("sound", first, first.solution(), "", QuestionType.PROOF),
            posed("unsound", second, slip.solution(), "", QuestionType.PROOF),
            pair(
                "unknown",
                "Prove that angels dance on this needle.",
                "They are seen to dance there by all who look.",
                "",
                QuestionType.PROOF),
            posed("untold", pose(random), open, "B", QuestionType.VALUE),
            posed("agreed", third, third.solution(), third.answer(), QuestionType.VALUE)));
    String flagged = "refine.quality { missing-answer = flag, answer-in-solution = flag }\n";
    try (Teacher teacher = teacher(AnswerOptions.RIGHT)) {
      assertThat(validate(teacher, flagged)).isEqualTo(ExitCode.DONE);
      List<Validation> votes = validations();
      assertThat(votes)
          .extracting(one -> one.id() + " " + one.verdict() + one.judgements() + one.isJudged())
          .containsExactlyInAnyOrder(
              "sound UNDECIDED[]false",
              "unsound UNDECIDED[]false",
              "unknown UNDECIDED[]false",
              "untold UNDECIDED[]false",
              "agreed AGREED[]false");
      assertThat(validate(teacher, flagged, "validate.judged=true")).isEqualTo(ExitCode.USAGE);
      long voted = teacher.stats().completed();

      String judged =
          flagged
              + "validate.judged = true\nvalidate.replace = majority\n"
              + "judge { check = 1, models = [{ name = j, price { input = 1, output = 2 } }] }";
      assertThat(validate(teacher, judged)).isEqualTo(ExitCode.DONE);

      assertThat(teacher.stats().completed()).isEqualTo(voted + 5);
      assertThat(validations())
          .extracting(
              one ->
                  "%s %s %s %s %s"
                      .formatted(
                          one.id(),
                          one.verdict(),
                          one.isJudged(),
                          one.judgements().get(0).verdict(),
                          one.solution().isEmpty()))
          .containsExactlyInAnyOrder(
              "sound AGREED true RIGHT true",
              "unsound OUTVOTED true WRONG true",
              "unknown UNDECIDED false UNSURE true",
              "untold OUTVOTED true WRONG false",
              "agreed AGREED false RIGHT true");
      assertThat(validations())
          .allSatisfy(
              one -> {
                assertThat(one.judgements().get(0).words()).isNotBlank();
                assertThat(one.judgements().get(0).cost()).isPositive();
                assertThat(one.cost()).isGreaterThanOrEqualTo(one.judgements().get(0).cost());
              });
      assertThat(workspace.manifest("validations").orElseThrow().calls().cost())
          .isEqualByComparingTo(
              validations().stream()
                  .map(Validation::cost)
                  .reduce(BigDecimal.ZERO, BigDecimal::add));
      assertThat(ValidationCounts.of(workspace.read(Tables.VALIDATIONS)).judges())
          .isEqualTo(new ValidationCounts.Judges(5, 1, 2, 1, 1));
      assertThat(workspace.stagesThatAsked()).contains("validate-judge-j");

      List<Validation> before = validations();
      assertThat(validate(teacher, judged)).isEqualTo(ExitCode.DONE);
      assertThat(teacher.stats().completed()).as("asked anew").isEqualTo(voted + 5);
      assertThat(validations()).containsExactlyInAnyOrderElementsOf(before);
      assertThat(validate(teacher, flagged)).isEqualTo(ExitCode.DONE);
      assertThat(validations()).containsExactlyInAnyOrderElementsOf(votes);
    }
  }

  private static GeneratedPair posed(
      String id, PosedProblem problem, String solution, String answer, QuestionType type) {
    return pair(id, problem.question(), solution, answer, type);
  }

  @Test
  void judgesCountWhereAllOfThemSayTheSameAndKeepTheBudget() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    List<GeneratedPair> proofs = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      PosedProblem problem = pose(random);
      proofs.add(posed("p" + i, problem, problem.solution(), "", QuestionType.PROOF));
    }

    write(proofs);
    String judged =
        """
        refine.quality.missing-answer = flag
        validate.judged = true
        judge.max-tokens = 100
        judge.models = [{ name = j, price { input = 10, output = 20 } }, { name = k, price { input = 10, output = 20 } }]
        """;
    try (Teacher teacher = teacher(AnswerOptions.RIGHT.withMisjudged(0.4))) {
      assertThat(validate(teacher, judged, "budget=0.05")).isEqualTo(ExitCode.BUDGET);
      assertThat(teacher.stats().completed()).isBetween(1L, 23L);
      assertThat(workspace.has(Tables.VALIDATIONS)).isFalse();

      assertThat(validate(teacher, judged)).isEqualTo(ExitCode.DONE);

      assertThat(teacher.stats().completed()).isEqualTo(24);
      assertThat(validations())
          .allSatisfy(
              one -> {
                assertThat(one.judgements())
                    .extracting(PairJudgement::judge)
                    .containsExactly("j", "k");
                JudgeVerdict said = one.judgements().get(0).verdict();
                boolean isOne = one.judgements().get(1).verdict() == said;
                assertThat(one.isJudged()).isEqualTo(isOne);
                assertThat(one.verdict())
                    .isEqualTo(
                        !isOne
                            ? ValidationVerdict.UNDECIDED
                            : said == JudgeVerdict.RIGHT
                                ? ValidationVerdict.AGREED
                                : ValidationVerdict.OUTVOTED);
              });
      assertThat(validations())
          .extracting(Validation::verdict)
          .contains(ValidationVerdict.UNDECIDED);
    }
  }

  @Test
  void tellsBeforehandWhatJudgesAreAsked() throws IOException {
    PosedProblem problem = pose(new SplittableRandom(3));
    write(List.of(posed("p", problem, problem.solution(), "", QuestionType.PROOF)));
    String judged =
        "refine.quality.missing-answer = flag\nvalidate.judged = true\njudge.models = [{ name = j }]";
    try (Teacher teacher = teacher(AnswerOptions.RIGHT)) {
      assertThat(run(teacher, judged, List.of("validate", "--dry-run"))).isEqualTo(ExitCode.DONE);
      assertThat(run(teacher, judged, List.of("validate", "--estimate"))).isEqualTo(ExitCode.DONE);

      assertThat(teacher.stats().completed()).isZero();
      assertThat(workspace.manifest("prompts/validate-judge-j").orElseThrow().rows()).isEqualTo(1);
    }
  }

  @Test
  void keepsOneBudgetOverAllModels() throws IOException {
    write(posed(40));
    String priced =
        """
        budget = 0.05
        model.price { input = 10, output = 30 }
        validate { max-tokens = 200, models = [{ name = one }, { name = two, price { input = 20, output = 60 } }] }
        """;
    try (Teacher teacher = teacher(AnswerOptions.RIGHT)) {
      assertThat(validate(teacher, priced)).isEqualTo(ExitCode.BUDGET);
      BigDecimal most =
          BigDecimal.valueOf(
                  20 * teacher.stats().promptTokens() + 60 * teacher.stats().completionTokens())
              .movePointLeft(6);
      assertThat(teacher.stats().completed()).isPositive();
      assertThat(most.divide(BigDecimal.valueOf(2))).isLessThan(new BigDecimal("0.05"));
      assertThat(workspace.has(Tables.VALIDATIONS)).isFalse();

      assertThat(validate(teacher, priced, "validate.models=[{name=a, price {}}]"))
          .isEqualTo(ExitCode.USAGE);
      assertThat(validate(teacher, priced, "budget=10")).isEqualTo(ExitCode.DONE);
      assertThat(validations())
          .hasSizeBetween(30, 40)
          .allMatch(one -> one.verdict() == ValidationVerdict.AGREED || wrong.contains(one.id()));
      assertThat(teacher.stats().completed())
          .isEqualTo(validations().stream().mapToInt(Validation::tries).sum());
    }
  }

  private static long count(List<Validation> validations, ValidationVerdict verdict) {
    return validations.stream().filter(one -> one.verdict() == verdict).count();
  }

  private List<Validation> validations() {
    return workspace.read(Tables.VALIDATIONS).collectAsList();
  }

  /**
   * Pairs of the teacher's questions, as often wrong as it is, the ids of those in {@link #wrong}.
   */
  private List<GeneratedPair> posed(int count) {
    SplittableRandom random = new SplittableRandom(11);
    Repertoire repertoire = new Repertoire();
    List<GeneratedPair> pairs = new ArrayList<>();
    Set<String> questions = new HashSet<>();
    int hard = 0;
    while (pairs.size() < count) {
      PosedProblem right = pose(random);
      boolean isWanted = right.isHard() ? hard < count / 2 : pairs.size() - hard < count / 2;
      if (!isWanted || !questions.add(right.question())) {
        continue;
      }

      hard += right.isHard() ? 1 : 0;
      String id = "p" + pairs.size();
      boolean isWrong = random.nextDouble() < (right.isHard() ? 0.30 : 0.05);
      List<PosedProblem> slips = repertoire.slips(right);
      PosedProblem problem = isWrong ? slips.get(random.nextInt(slips.size())) : right;
      if (isWrong) {
        wrong.add(id);
      }

      pairs.add(
          pair(id, problem.question(), problem.solution(), problem.answer(), QuestionType.VALUE));
    }

    return pairs;
  }

  private static PosedProblem pose(SplittableRandom random) {
    Repertoire repertoire = new Repertoire();
    List<String> points = List.copyOf(repertoire.knowledgePoints());
    List<String> wanted =
        List.of(
            points.get(random.nextInt(points.size())), points.get(random.nextInt(points.size())));
    return repertoire.pose(List.of(), wanted.subList(0, random.nextInt(1, 3)), random);
  }

  private static GeneratedPair pair(
      String id, String question, String solution, String answer, QuestionType type) {
    return new GeneratedPair(
        id,
        "c" + id,
        0,
        List.of("t"),
        List.of("k"),
        question,
        solution,
        answer,
        ScriptedAnswers.provenance(id, "generate@1"),
        "",
        type,
        answer.isEmpty() ? "NONE" : "BOX");
  }

  private void write(List<GeneratedPair> pairs) {
    workspace.write(
        Tables.PAIRS,
        spark.createDataset(pairs, GeneratedPair.ENCODER),
        new WriteMetadata(Instant.EPOCH, new TreeMap<>(), List.of(), Manifest.Calls.NONE));
  }

  private static Teacher teacher(AnswerOptions answers) {
    return Teacher.start(TeacherOptions.defaults().withAnswers(answers));
  }

  private ExitCode validate(Teacher teacher, String settings, String... overrides)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("validate"));
    for (String override : overrides) {
      arguments.addAll(List.of("--set", override));
    }

    return run(teacher, settings, arguments);
  }

  private ExitCode run(Teacher teacher, String settings, List<String> command) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("c.conf"),
            """
            workspace = "%s"
            model { base-url = "%s", name = teacher, pool = teacher, price { input = 0.5, output = 1.5 } }
            %s
            """
                .formatted(folder.resolve("w"), teacher.baseUrl(), settings));
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(List.of("--config", config.toString()));
    return JobCommandLine.of(new GeneratorJob()).execute(arguments.toArray(String[]::new));
  }
}
