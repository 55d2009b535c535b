package io.mathscale.generator.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Answer;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.RowOrRejection;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.prompts.PromptTemplate;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.generator.prompts.ExtractionPrompts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class ExtractionsTest {
  private static final List<SeedQuestion> SEEDS =
      List.of(
          new SeedQuestion("a", "gsm8k", "How many apples?", "3", "Count the secret apples."),
          new SeedQuestion("b", "", "How many pears?", "", ""),
          new SeedQuestion("c", "", "How many plums?", "", ""));

  @Test
  void asksForTheQuestionAloneAndNotForItsSolution(SparkSession spark) {
    List<Prompt> prompts =
        ExtractionPrompts.from(seeds(spark), PromptTemplate.load("extract")).collectAsList();

    assertThat(prompts).extracting(Prompt::id).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(prompts)
        .filteredOn(prompt -> prompt.id().equals("a"))
        .singleElement()
        .satisfies(
            prompt ->
                assertThat(prompt.messages().get(0).content())
                    .contains("How many apples?")
                    .doesNotContain("secret"));
  }

  @Test
  void everyAnswerIsConceptsOrRejected(SparkSession spark) {
    Dataset<Answer> answers =
        spark.createDataset(
            List.of(
                ScriptedAnswers.complete(
                    "a", 0, "{\"topics\": [\"Arithmetic\"], \"knowledge_points\": [\"Counting\"]}"),
                ScriptedAnswers.complete("b", 0, "Pears are fruit."),
                ScriptedAnswers.failed("c", 0)),
            Answer.ENCODER);

    List<RowOrRejection<ExtractedConcepts>> extractions =
        Extractions.of(answers, seeds(spark), "extract@1").collectAsList();

    assertThat(extractions)
        .containsExactlyInAnyOrder(
            new RowOrRejection<>(
                new ExtractedConcepts(
                    "a",
                    "gsm8k",
                    List.of("Arithmetic"),
                    List.of("Counting"),
                    ScriptedAnswers.provenance("a", "extract@1")),
                null),
            new RowOrRejection<>(
                null,
                new Rejected(
                    "b",
                    "extract",
                    RejectionReason.UNREADABLE_REPLY,
                    "a reply must name topics and knowledge points, in JSON or in lists: none were"
                        + " found",
                    "seed b",
                    "Pears are fruit.")),
            new RowOrRejection<>(
                null,
                new Rejected(
                    "c",
                    "extract",
                    RejectionReason.CALL_FAILED,
                    "SERVER_ERROR (HTTP 503): try later",
                    "seed c",
                    "How many plums?")));
  }

  @Test
  void refusesATemplateThatDoesNotFit(@TempDir Path folder) throws IOException {
    Path deaf = Files.writeString(folder.resolve("deaf.mustache"), "[user]\nSay something.");
    Path curious = Files.writeString(folder.resolve("curious.mustache"), "[user]\n{{solution}}");

    assertThatThrownBy(() -> ExtractionPrompts.require(PromptTemplate.load(deaf.toString())))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("extract.prompt must have the gap {{question}}: deaf@");
    assertThatThrownBy(() -> ExtractionPrompts.require(PromptTemplate.load(curious.toString())))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("extract.prompt must have no gap but {{question}}: curious@");
    ExtractionPrompts.require(PromptTemplate.load("extract"));
  }

  private static Dataset<SeedQuestion> seeds(SparkSession spark) {
    return spark.createDataset(SEEDS, SeedQuestion.ENCODER);
  }
}
