package io.mathscale.generator.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.GenerateConfig.Answers;
import io.mathscale.core.data.Answer;
import io.mathscale.core.data.Composition;
import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.data.QuestionType;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.RowOrRejection;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.identity.StableHash;
import io.mathscale.core.prompts.PromptTemplate;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.generator.prompts.CompositionPrompt;
import io.mathscale.generator.prompts.CompositionPrompt.Example;
import io.mathscale.generator.prompts.CompositionPrompts;
import io.mathscale.generator.prompts.GenerationPrompts;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class GenerationsTest {
  private static final Composition WITH_EXAMPLES =
      new Composition(
          "x",
          0,
          List.of("Algebra", "Sets"),
          List.of("Unions"),
          List.of("worked", "unknown", "answered", "bare"));
  private static final Composition WITHOUT =
      new Composition("y", 0, List.of("Logic"), List.of("Truth"), List.of());

  @Test
  void showsTheExamplesThatHaveASolutionInTheOrderGiven(SparkSession spark) {
    List<CompositionPrompt> expected =
        List.of(
            new CompositionPrompt(
                "x",
                List.of("Algebra", "Sets"),
                List.of("Unions"),
                List.of(new Example(0, "Q1?", "By steps."), new Example(2, "Q2?", "42"))),
            new CompositionPrompt("y", List.of("Logic"), List.of("Truth"), List.of()));

    for (int partitions : new int[] {2, 7}) {
      spark.conf().set("spark.sql.shuffle.partitions", partitions);
      assertThat(
              CompositionPrompts.of(compositions(spark).repartition(partitions), seeds(spark))
                  .collectAsList())
          .containsExactlyInAnyOrderElementsOf(expected);
    }

    spark.conf().set("spark.sql.shuffle.partitions", 2);
  }

  @Test
  void asksForEachSampleWithNumberedExamples(SparkSession spark) {
    List<Prompt> prompts =
        GenerationPrompts.from(
                CompositionPrompts.of(compositions(spark), seeds(spark)),
                PromptTemplate.load("generate"),
                2)
            .collectAsList();

    assertThat(prompts)
        .extracting(prompt -> prompt.id() + prompt.sample())
        .containsExactlyInAnyOrder("x0", "x1", "y0", "y1");
    assertThat(prompts)
        .filteredOn(prompt -> prompt.id().equals("x"))
        .allSatisfy(
            prompt ->
                assertThat(prompt.messages().get(0).content())
                    .contains("### Example 1\nQuestion: Q1?\nSolution: By steps.")
                    .contains("### Example 2\nQuestion: Q2?\nSolution: 42")
                    .contains("### Topics\n- Algebra\n- Sets\n"));
  }

  @Test
  void everyAnswerIsAPairOrRejected(SparkSession spark) {
    Dataset<Answer> answers =
        spark.createDataset(
            List.of(
                ScriptedAnswers.complete("x", 0, "Question: 1 + 1?\nSolution: It is \\boxed{2}."),
                ScriptedAnswers.complete("x", 1, "No."),
                ScriptedAnswers.complete("y", 0, "Question: Why?\nSolution: Because."),
                ScriptedAnswers.failed("y", 1)),
            Answer.ENCODER);

    List<RowOrRejection<GeneratedPair>> generations =
        Generations.of(answers, compositions(spark), "generate@1", Answers.REQUIRED)
            .collectAsList();

    assertThat(generations).hasSize(4);
    assertThat(generations)
        .extracting(RowOrRejection::value)
        .filteredOn(pair -> pair != null)
        .containsExactly(
            new GeneratedPair(
                StableHash.contentId("x", 0),
                "x",
                0,
                List.of("Algebra", "Sets"),
                List.of("Unions"),
                "1 + 1?",
                "It is \\boxed{2}.",
                "2",
                ScriptedAnswers.provenance("x", "generate@1"),
                "",
                QuestionType.VALUE,
                "BOX"));
    assertThat(generations)
        .extracting(RowOrRejection::rejected)
        .filteredOn(rejected -> rejected != null)
        .extracting(rejected -> rejected.reason() + " " + rejected.id() + " " + rejected.origin())
        .containsExactlyInAnyOrder(
            RejectionReason.UNREADABLE_REPLY
                + " "
                + StableHash.contentId("x", 1)
                + " composition x",
            RejectionReason.NO_FINAL_ANSWER + " " + StableHash.contentId("y", 0) + " composition y",
            RejectionReason.CALL_FAILED + " " + StableHash.contentId("y", 1) + " composition y");
  }

  @Test
  void tellsHowTheAnswerWasFoundAndWhatTheModelThought(SparkSession spark) {
    Dataset<Answer> answers =
        spark.createDataset(
            List.of(
                ScriptedAnswers.complete("x", 0, "Question: 1 + 1?\nSolution: It is \\boxed{2}."),
                ScriptedAnswers.complete("x", 1, "Question: Solve it.\nSolution: Thus $x = 2$."),
                ScriptedAnswers.complete(
                    "y", 0, "<think>Hm.</think>Question: Prove it.\nProof: It is so.")),
            Answer.ENCODER);

    assertThat(rows(answers, spark, Answers.FOUND))
        .containsExactlyInAnyOrder("2 BOX VALUE ", "2 LAST_VALUE VALUE ", " NONE PROOF Hm.");
    assertThat(rows(answers, spark, Answers.REQUIRED)).containsExactly("2 BOX VALUE ");
    assertThat(rows(answers, spark, Answers.NONE))
        .containsExactlyInAnyOrder(" NONE VALUE ", " NONE VALUE ", " NONE PROOF Hm.");
  }

  private static List<String> rows(Dataset<Answer> answers, SparkSession spark, Answers wanted) {
    return Generations.of(answers, compositions(spark), "generate@1", wanted)
        .collectAsList()
        .stream()
        .map(RowOrRejection::value)
        .filter(pair -> pair != null)
        .map(
            pair ->
                String.join(
                    " ",
                    pair.answer(),
                    pair.answerRule(),
                    pair.questionType().name(),
                    pair.reasoning()))
        .toList();
  }

  @Test
  void refusesATemplateThatDoesNotFit() {
    assertThatThrownBy(() -> GenerationPrompts.require(PromptTemplate.load("extract")))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("generate.prompt must have no gaps but topics");
    GenerationPrompts.require(PromptTemplate.load("generate"));
  }

  private static Dataset<Composition> compositions(SparkSession spark) {
    return spark.createDataset(List.of(WITH_EXAMPLES, WITHOUT), Composition.ENCODER);
  }

  private static Dataset<SeedQuestion> seeds(SparkSession spark) {
    return spark.createDataset(
        List.of(
            new SeedQuestion("answered", "", "Q2?", "42", " "),
            new SeedQuestion("bare", "", "Q3?", "", ""),
            new SeedQuestion("worked", "", "Q1?", "41", "By steps."),
            new SeedQuestion("unasked", "", "Q4?", "43", "")),
        SeedQuestion.ENCODER);
  }
}
