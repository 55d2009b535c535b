package io.mathscale.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Contamination;
import io.mathscale.core.data.Difficulty;
import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.data.JudgeVerdict;
import io.mathscale.core.data.ModelVotes;
import io.mathscale.core.data.PairJudgement;
import io.mathscale.core.data.PairValidation;
import io.mathscale.core.data.PassRate;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.Quality;
import io.mathscale.core.data.QuestionType;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.Round;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.data.Solution;
import io.mathscale.core.data.Validation;
import io.mathscale.core.data.ValidationVerdict;
import io.mathscale.core.data.VoteGroup;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.text.QuestionText;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.SplitRows;
import io.mathscale.core.workspace.Tables;
import io.mathscale.generator.refine.FlagCounts;
import io.mathscale.generator.refine.RefineBooks;
import io.mathscale.generator.replies.ScriptedAnswers;
import io.mathscale.generator.rounds.RoundBounds;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SparkExtension.class)
class RefineTest {
  /** All but the last digit of a content id. */
  private static final String HASH = "0123456789abcdef0123456789abcde";

  private static final String WORKED = "A solution that is long enough: 1.";

  @TempDir private Path folder;

  @Test
  void everyRowIsTrainingDataOrRejected(SparkSession spark) {
    StageContext context = run(spark);
    write(context);
    context.workspace().write(Tables.BENCHMARK, problems(spark), context.metadata(List.of()));

    new Refine().run(context);

    assertThat(rejected(context))
        .containsExactlyInAnyOrder(
            "p2 DUPLICATE the same question as p1",
            "p3 TOO_SHORT a solution must have at least 20 characters: 6",
            "p4 IN_BENCHMARK the same question as the problem test.1",
            "p6 DUPLICATE the same question as " + QuestionText.id("Seed?"),
            QuestionText.id("Bare?") + " NO_SOLUTION a row must have a solution: there is none");
    assertThat(context.workspace().read(Tables.MATHSCALEQA).collectAsList())
        .extracting(QaPair::id)
        .containsExactlyInAnyOrder("p1", "p5", QuestionText.id("Seed?"));
    assertThat(written(context, "p1"))
        .isEqualTo(
            new QaPair(
                "p1",
                "generated",
                "",
                "cp1",
                List.of("t"),
                List.of("k"),
                "Once \"or\" twice?",
                WORKED,
                "1",
                ScriptedAnswers.provenance("p1", "generate@1").model(),
                0,
                "generate@1",
                ScriptedAnswers.provenance("p1", "generate@1").call(),
                ScriptedAnswers.provenance("p1", "generate@1").cost(),
                "VALUE",
                "",
                "",
                "",
                new Quality(List.of(), 16, WORKED.length(), "", 0, 0, List.of(), ""),
                null,
                Difficulty.ofSteps(1, "")));
    assertThat(context.workspace().read(Tables.rejectedBy("refine")).collectAsList())
        .filteredOn(row -> row.id().startsWith("p"))
        .allMatch(row -> row.call().equals(ScriptedAnswers.provenance(row.id(), "").call()));
  }

  /** Without rounds it would be the one of the lower id, as above. */
  @Test
  void aPairOfAnEarlierRoundStays(SparkSession spark) {
    StageContext context = run(spark, "refine.include-seeds=false", "seed=43");
    write(context);
    long second = RoundBounds.place(43, "cp2");
    assertThat(second).as("comes before the other").isLessThan(RoundBounds.place(43, "cp1"));
    Round round = Round.begun(1, second, 1, "", 0, BigDecimal.ZERO);
    context
        .workspace()
        .write(
            Tables.ROUNDS,
            spark.createDataset(List.of(round), Round.ENCODER),
            context.metadata(List.of()));

    new Refine().run(context);

    assertThat(rejected(context)).contains("p1 DUPLICATE the same question as p2");
  }

  @Test
  void readsTheBenchmarkFromAFileAndNotFromTheTableOfAnother(SparkSession spark)
      throws IOException {
    StageContext before = run(spark, "benchmark.path=other.jsonl");
    before.workspace().write(Tables.BENCHMARK, problems(spark), before.metadata(List.of()));
    Path file =
        Files.writeString(
            folder.resolve("test.json"),
            "{\"data_topic\": \"tal\", \"question\": \"Only  once?\"}");
    StageContext context = run(spark, "benchmark.path=" + file, "refine.include-seeds=false");
    write(context);

    new Refine().run(context);

    assertThat(rejected(context))
        .filteredOn(row -> row.contains("IN_BENCHMARK"))
        .containsExactly(
            "p5 IN_BENCHMARK the same question as the problem file:" + file + ", row 1");
    assertThat(context.workspace().read(Tables.MATHSCALEQA).count() + rejected(context).size())
        .isEqualTo(6);
    assertThat(context.workspace().manifest(Tables.MATHSCALEQA.name()).orElseThrow().inputs())
        .extracting(Manifest.Input::table)
        .doesNotContain(Tables.BENCHMARK.name());
  }

  @Test
  void refusesABenchmarkWithRowsThatHaveNoQuestion(SparkSession spark) throws IOException {
    Path file =
        Files.writeString(folder.resolve("test.json"), "{\"question\": \"a\"}\n{\"x\": 1}\n");
    StageContext context = run(spark, "refine.decontaminate.against=" + file);
    write(context);

    assertThatThrownBy(() -> new Refine().run(context))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("refine.decontaminate.against must have a question in every row: 1")
        .hasMessageEndingWith("test.json, row 2");
    assertThat(context.workspace().has(Tables.MATHSCALEQA)).isFalse();
  }

  @Test
  void tellsOfEachRowWhichProblemOfWhichFileItAsks(SparkSession spark) throws IOException {
    String asked = "Ann has %d red and 5 blue balls, and gives two of them to her brother?";
    Path one =
        Files.writeString(
            folder.resolve("one.jsonl"),
            "{\"question\": \"Only  once?\", \"answer\": \"1\"}\n"
                + "{\"question\": \"%s\", \"answer\": \"1\"}\n".formatted(asked.formatted(3)));
    Path two =
        Files.writeString(
            folder.resolve("two.jsonl"),
            "{\"question\": \"%s\", \"answer\": \"1\"}\n".formatted(asked.formatted(4)));
    StageContext context =
        run(
            spark,
            "refine.decontaminate.against=[\"%s\", \"%s\"]".formatted(one, two),
            "refine.decontaminate.number-swaps=remove",
            "refine.include-seeds=false");
    context
        .workspace()
        .write(
            Tables.PAIRS,
            spark.createDataset(
                List.of(
                    pair("p1", "only once", WORKED),
                    pair("p2", asked.formatted(3).replace("brother", "cousin"), WORKED),
                    pair("p3", asked.formatted(8), WORKED),
                    pair("p4", "Nothing like it?", WORKED)),
                GeneratedPair.ENCODER),
            context.metadata(List.of()));

    new Refine().run(context);

    String first = "file:" + one + ", row ";
    assertThat(context.workspace().read(Tables.CONTAMINATION).collectAsList())
        .extracting(
            row ->
                "%s %s %s %s %s %s"
                    .formatted(
                        row.id(),
                        row.benchmark(),
                        row.problem(),
                        row.method(),
                        row.score(),
                        row.removed()))
        .containsExactlyInAnyOrder(
            "p1 " + one + " " + first + "1 EXACT 1.0 true",
            "p2 " + one + " " + first + "2 NEAR " + (1 - 1 / 16.0) + " true",
            "p3 " + one + " " + first + "2 NUMBER_SWAP 1.0 true",
            "p3 " + two + " file:" + two + ", row 1 NUMBER_SWAP 1.0 true");
    assertThat(context.workspace().manifest(Tables.CONTAMINATION.name()).orElseThrow().counts())
        .containsEntry("exactLeaks", 1L)
        .containsEntry("nearLeaks", 1L)
        .containsEntry("numberSwaps", 1L);
    assertThat(rejected(context))
        .contains(
            "p1 IN_BENCHMARK the same question as the problem " + first + "1",
            "p2 NEAR_BENCHMARK 1 of 16 words differ from the problem " + first + "2")
        .hasSize(3);
  }

  /** Loads the embedding model. */
  @Tag("slow")
  @ParameterizedTest
  @CsvSource({"report, false", "remove, true"})
  void findsQuestionsInOtherWords(String action, boolean isRemoved, SparkSession spark)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("test.jsonl"),
            """
            {"question": "What is the sum of the first 40 positive integers?"}
            {"question": "How many positive divisors does 72 have?"}
            """);
    StageContext context =
        run(
            spark,
            "refine.decontaminate.against=" + file,
            "refine.decontaminate.embeddings={ action = %s, threshold = 0.6 }".formatted(action),
            "refine.include-seeds=false");
    context
        .workspace()
        .write(
            Tables.PAIRS,
            spark.createDataset(
                List.of(
                    pair(
                        "p1", "Add up the first forty positive integers: what is the sum?", WORKED),
                    pair("p2", "What is the sum of the first 41 positive integers?", WORKED)),
                GeneratedPair.ENCODER),
            context.metadata(List.of()));

    new Refine().check(context.config());
    new Refine().run(context);

    List<Contamination> found = context.workspace().read(Tables.CONTAMINATION).collectAsList();
    assertThat(found)
        .extracting(row -> row.id() + " " + row.method() + " " + row.removed() + row.question())
        .containsExactlyInAnyOrder(
            "p1 EMBEDDING " + isRemoved + "What is the sum of the first 40 positive integers?",
            "p2 NUMBER_SWAP falseWhat is the sum of the first 40 positive integers?");
    assertThat(found).allMatch(row -> row.score() >= 0.6 && row.score() <= 1);
    assertThat(rejected(context)).hasSize(isRemoved ? 1 : 0);
    assertThat(rejected(context))
        .allMatch(row -> row.startsWith("p1 NEAR_BENCHMARK in other words the problem file:"));
  }

  @Test
  void rejectsWhatFreshSolutionsContradictAndWantsAsMuchAgreementAsIsSaid(SparkSession spark) {
    StageContext context = run(spark, "refine.include-seeds=true", "refine.min-agreement=0.6");
    writeValidated(context);

    new Refine().run(context);

    assertThat(rejected(context))
        .contains(
            "v2 OUTVOTED of 3 fresh solutions 2 have 5, 1 have 1 as the row",
            "v3 LOW_AGREEMENT a majority of 0.6 must agree (refine.min-agreement): of 5 fresh"
                + " solutions none has an answer",
            "v5 NOT_VALIDATED a row must be validated where refine.min-agreement is set: no fresh"
                + " solution was asked for",
            "v6 NOT_VALIDATED a row must be validated where refine.min-agreement is set: no fresh"
                + " solution was asked for");
    assertThat(context.workspace().read(Tables.MATHSCALEQA).collectAsList())
        .extracting(QaPair::id)
        .containsExactlyInAnyOrder("v1", "v8", QuestionText.id("Seed?"));
  }

  @Test
  void takesTheAnswerOfTheMajorityWhereThatIsWanted(SparkSession spark) {
    StageContext context = run(spark, "refine.include-seeds=false", "validate.replace=majority");
    writeValidated(context);

    new Refine().run(context);

    assertThat(rejected(context))
        .containsExactlyInAnyOrder(
            "v6 DUPLICATE the same question as v1", "v7 JUDGED_WRONG j says WRONG: For reasons.");
    assertThat(written(context, "v1").validation())
        .isEqualTo(new PairValidation(ValidationVerdict.AGREED, 1, 1.0, 2, cost()));
    assertThat(written(context, "v5").validation()).isNull();
    QaPair replaced = written(context, "v2");
    assertThat(replaced.answer()).isEqualTo("5");
    assertThat(replaced.solution()).isEqualTo("Another solution, which ends in this: 5.");
    assertThat(replaced.validation().verdict()).isEqualTo(ValidationVerdict.OUTVOTED);
    assertThat(replaced.difficulty().passRate()).as("of the answer that it had").isNull();
    assertThat(written(context, "v1").difficulty())
        .isEqualTo(
            new Difficulty(
                1.0, 2, "sequential-5", 1, "", List.of(new Difficulty.ModelRate("m", 1.0, 2))));
  }

  /** What was said of the pair of another call that had the same id does not count. */
  private static void writeValidated(StageContext context) {
    write(context);
    context
        .workspace()
        .write(
            Tables.PAIRS,
            context
                .spark()
                .createDataset(
                    List.of(
                        pair("v1", "Is it agreed?", WORKED),
                        pair("v2", "Is it outvoted?", WORKED),
                        pair("v3", "Is it unsolved?", WORKED),
                        pair("v5", "Is it another?", WORKED),
                        pair("v6", "is it agreed?", WORKED),
                        pair("v7", "Do judges call it wrong?", WORKED),
                        pair("v8", "And what do they call right?", WORKED)),
                    GeneratedPair.ENCODER),
            context.metadata(List.of()));
    List<VoteGroup> outvoted =
        List.of(
            new VoteGroup("5", 2, false, List.of(new ModelVotes("m", 2))),
            new VoteGroup("1", 1, true, List.of(new ModelVotes("m", 1))));
    List<VoteGroup> agreed = List.of(new VoteGroup("1", 2, true, List.of(new ModelVotes("m", 2))));
    context
        .workspace()
        .write(
            Tables.VALIDATIONS,
            context
                .spark()
                .createDataset(
                    List.of(
                        validation("v1", ValidationVerdict.AGREED, "1", 2, agreed),
                        validation("v2", ValidationVerdict.OUTVOTED, "5", 3, outvoted),
                        validation("v3", ValidationVerdict.UNSOLVED, "", 5, List.of()),
                        new Validation(
                            "v5",
                            ValidationVerdict.OUTVOTED,
                            "5",
                            1,
                            0.0,
                            2,
                            "sequential-5",
                            outvoted,
                            "",
                            cost(),
                            "the key of an older call",
                            List.of(),
                            false),
                        validation("v7", ValidationVerdict.UNDECIDED, "", 0, List.of())
                            .withJudgements(judged(JudgeVerdict.WRONG), BigDecimal.ZERO)
                            .judged(ValidationVerdict.OUTVOTED, "", ""),
                        validation("v8", ValidationVerdict.UNDECIDED, "", 0, List.of())
                            .withJudgements(judged(JudgeVerdict.RIGHT), BigDecimal.ZERO)
                            .judged(ValidationVerdict.AGREED, "1", "")),
                    Validation.ENCODER),
            context.metadata(List.of()));
  }

  private static Validation validation(
      String id, ValidationVerdict verdict, String answer, int tries, List<VoteGroup> votes) {
    int most = votes.stream().mapToInt(VoteGroup::count).max().orElse(0);
    int all = votes.stream().mapToInt(VoteGroup::count).sum();
    return new Validation(
        id,
        verdict,
        answer,
        all == 0 ? 0 : (double) most / all,
        verdict == ValidationVerdict.AGREED ? 1.0 : 0.0,
        tries,
        "sequential-5",
        votes,
        verdict == ValidationVerdict.OUTVOTED ? "Another solution, which ends in this: 5." : "",
        cost(),
        ScriptedAnswers.provenance(id, "").call(),
        List.of(),
        false);
  }

  private static List<PairJudgement> judged(JudgeVerdict verdict) {
    return List.of(new PairJudgement("j", verdict, "For reasons.", BigDecimal.ZERO, "the key"));
  }

  private static BigDecimal cost() {
    return new BigDecimal("0.002000000000000000");
  }

  @Test
  void keepsASeedRatherThanItsCopyOfALowerId(SparkSession spark) {
    StageContext context = run(spark);
    write(context);
    context
        .workspace()
        .write(
            Tables.PAIRS,
            spark.createDataset(
                List.of(pair("0", "SEED", WORKED), pair("1", "Bare?", WORKED)),
                GeneratedPair.ENCODER),
            context.metadata(List.of()));

    new Refine().run(context);

    assertThat(context.workspace().read(Tables.MATHSCALEQA).collectAsList())
        .extracting(QaPair::id)
        .containsExactlyInAnyOrder("1", QuestionText.id("Seed?"));
  }

  @Test
  void failsWhereRowsInAreNotRowsOut() {
    SplitRows.Counts out = new SplitRows.Counts(3, new TreeMap<>(Map.of("DUPLICATE", 2L)));

    assertThat(new RefineBooks(4, 1, 0, out).text())
        .isEqualTo("4 pairs and 1 seeds in; 3 rows of MathScaleQA; rejected: DUPLICATE 2");
    assertThatThrownBy(() -> new RefineBooks(4, 2, 0, out))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "rows in must be rows kept and rejected: 4 pairs and 2 seeds in, 3 kept, rejected:"
                + " DUPLICATE 2");
  }

  @Test
  void tellsWhatItFlags(SparkSession spark) {
    StageContext context =
        run(spark, "refine.quality.length=flag", "refine.quality.answer-in-solution=off");
    write(context);

    new Refine().run(context);

    assertThat(written(context, "p3").quality().flags()).containsExactly("length");
    assertThat(FlagCounts.of(context.workspace().read(Tables.MATHSCALEQA))).isEqualTo("length 2");
  }

  @Test
  void keepsAllSolutionsOfAQuestionWithItsPassRate(SparkSession spark) {
    StageContext context = run(spark);
    write(context);
    String seed = QuestionText.id("Seed?");
    String bare = QuestionText.id("Bare?");
    String once = QuestionText.id("In the test?");
    context
        .workspace()
        .write(Tables.BENCHMARK, problems(spark), context.metadata(List.of(Tables.SEEDS)));
    context
        .workspace()
        .write(
            Tables.SOLVED,
            spark.createDataset(
                List.of(
                    solution(seed, 0, "Seed?"),
                    solution(bare, 0, "Bare?"),
                    solution(bare, 3, "Bare?"),
                    solution(once, 1, "In the test?")),
                Solution.ENCODER),
            context.metadata(List.of(Tables.SEEDS)));
    context
        .workspace()
        .write(
            Tables.PASS_RATES,
            spark.createDataset(
                List.of(
                    rate(bare, "two", 0.5, 6),
                    rate(bare, "one", 0.25, 8),
                    rate(seed, "one", null, 1)),
                PassRate.ENCODER),
            context.metadata(List.of(Tables.SEEDS)));

    new Refine().run(context);

    List<QaPair> rows = context.workspace().read(Tables.MATHSCALEQA).collectAsList();
    assertThat(rows)
        .filteredOn(row -> !row.origin().equals("generated"))
        .extracting(row -> row.origin() + " " + row.question())
        .containsExactlyInAnyOrder("seed Seed?", "solved Seed?", "solved Bare?", "solved Bare?");
    assertThat(rejected(context))
        .contains(
            once + "-" + HASH + "1 IN_BENCHMARK the same question as the problem test.1",
            "p6 DUPLICATE the same question as " + seed);
    assertThat(rows.stream().filter(row -> row.question().equals("Bare?")))
        .allMatch(
            row ->
                row.difficulty()
                    .equals(
                        new Difficulty(
                            0.375,
                            14,
                            "uniform(2, 8)",
                            1,
                            "EXACT_NUMBER",
                            List.of(
                                new Difficulty.ModelRate("one", 0.25, 8),
                                new Difficulty.ModelRate("two", 0.5, 6)))));
    assertThat(rows.stream().filter(row -> row.question().equals("Seed?")))
        .allMatch(row -> row.difficulty().tries() == 1 && row.difficulty().passRate() == null);
  }

  @Test
  void takesAllSolutionsOfAQuestionAwayWithTheSeedThatAsksIt(SparkSession spark) {
    StageContext context = run(spark);
    String first = "How many apples does Ann have if she buys 3 apples and then 4 more apples?";
    String second = "how many apples does Ann have if she buys 3  apples and then 4 more apples?";
    context
        .workspace()
        .write(
            Tables.PAIRS,
            spark.createDataset(List.<GeneratedPair>of(), GeneratedPair.ENCODER),
            context.metadata(List.of()));
    context
        .workspace()
        .write(
            Tables.SEEDS,
            spark.createDataset(
                List.of(seed(first, WORKED), seed(second, WORKED)), SeedQuestion.ENCODER),
            context.metadata(List.of()));
    context
        .workspace()
        .write(
            Tables.SOLVED,
            spark.createDataset(
                List.of(
                    solution(QuestionText.id(first), 0, first),
                    solution(QuestionText.id(second), 0, second)),
                Solution.ENCODER),
            context.metadata(List.of(Tables.SEEDS)));
    context
        .workspace()
        .write(
            Tables.PASS_RATES,
            spark.createDataset(List.<PassRate>of(), PassRate.ENCODER),
            context.metadata(List.of(Tables.SEEDS)));

    new Refine().run(context);

    List<QaPair> rows = context.workspace().read(Tables.MATHSCALEQA).collectAsList();
    assertThat(rows).hasSize(2);
    assertThat(rows).extracting(QaPair::question).containsOnly(rows.get(0).question());
    assertThat(rejected(context)).hasSize(2).allMatch(row -> row.contains(" DUPLICATE "));
  }

  private static Solution solution(String question, int sample, String text) {
    return new Solution(
        question + "-" + HASH + sample,
        question,
        "tal",
        text,
        "1",
        WORKED,
        "",
        "one",
        sample,
        "1",
        "EXACT_NUMBER",
        0.5,
        3,
        "uniform(2, 8)",
        "",
        "",
        ScriptedAnswers.provenance(text, "solve@1"));
  }

  private static PassRate rate(String question, String model, Double rate, int tries) {
    return new PassRate(question, model, rate, tries, 2, 0, 0, 0, 2, 2, "uniform(2, 8)");
  }

  private static QaPair written(StageContext context, String id) {
    return context.workspace().read(Tables.MATHSCALEQA).where("id = '" + id + "'").first();
  }

  private static void write(StageContext context) {
    context
        .workspace()
        .write(
            Tables.PAIRS,
            context
                .spark()
                .createDataset(
                    List.of(
                        pair("p1", "Once \"or\" twice?", WORKED),
                        pair("p2", " Once \"or\"\ttwice? ", WORKED),
                        pair("p3", "Too short?", " Short. "),
                        pair("p4", "In the test?", WORKED),
                        pair("p5", "Only once?", WORKED),
                        pair("p6", "Seed?", WORKED)),
                    GeneratedPair.ENCODER),
            context.metadata(List.of()));
    context
        .workspace()
        .write(
            Tables.SEEDS,
            context
                .spark()
                .createDataset(
                    List.of(seed("Seed?", WORKED), seed("Bare?", "")), SeedQuestion.ENCODER),
            context.metadata(List.of()));
  }

  private static Dataset<Problem> problems(SparkSession spark) {
    return spark.createDataset(
        List.of(
            new Problem("test.1", "tal", "tal", "In the  test?", "1", 0),
            new Problem("test.2", "tal", "tal", "In the test?", "1", 1)),
        Problem.ENCODER);
  }

  private static GeneratedPair pair(String id, String question, String solution) {
    return new GeneratedPair(
        id,
        "c" + id,
        0,
        List.of("t"),
        List.of("k"),
        question,
        solution,
        "1",
        ScriptedAnswers.provenance(id, "generate@1"),
        "",
        QuestionType.VALUE,
        "");
  }

  private static SeedQuestion seed(String question, String solution) {
    return new SeedQuestion(QuestionText.id(question), "tal", question, "1", solution);
  }

  private static List<String> rejected(StageContext context) {
    return context.workspace().read(Tables.rejectedBy("refine")).collectAsList().stream()
        .map((Rejected row) -> row.id() + " " + row.reason() + " " + row.detail())
        .toList();
  }

  private StageContext run(SparkSession spark, String... settings) {
    return StageContexts.in(folder.resolve("w"), spark, settings);
  }
}
