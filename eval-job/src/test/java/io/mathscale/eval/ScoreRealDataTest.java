package io.mathscale.eval;

import static io.mathscale.eval.ScoreRuns.metrics;
import static io.mathscale.eval.ScoreRuns.verdicts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.data.Verdict;
import io.mathscale.core.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class ScoreRealDataTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @Test
  void agreesWithPublishersOnOutputsOfModernModels(SparkSession spark) throws IOException {
    Path published = Runs.realData("outputs/modern.jsonl");
    assumeTrue(Files.exists(published), "needs " + published);
    List<ObjectNode> rows = new ArrayList<>();
    StringBuilder lines = new StringBuilder();
    for (String line : Files.readAllLines(published)) {
      ObjectNode row = (ObjectNode) JSON.readTree(line);
      row.put("id", "p" + rows.size())
          .put("completion", row.get("prediction").asText())
          .put("reference", row.get("gold").asText());
      rows.add(row);
      lines.append(row).append('\n');
    }

    StageContext context =
        Runs.of(spark, folder.resolve("w"), "outputs.path=" + lines(lines.toString()));
    new Score().run(context);

    PublisherAgreement agreement = new PublisherAgreement();
    for (Verdict verdict : verdicts(context)) {
      ObjectNode row = rows.get(Integer.parseInt(verdict.id().substring(1)));
      agreement.add(row.put("strict", verdict.strict().name()));
    }

    assertThat(agreement.share()).isGreaterThanOrEqualTo(0.95);
    assertThat(agreement.mostPointsBelow()).isLessThanOrEqualTo(6);
  }

  @Test
  void agreesWithTheReleasedGraderOnRealOutputs(SparkSession spark) throws IOException {
    Path outputs = Runs.realData("outputs/gsm8k.openai-gpt3.jsonl");
    Path published = Runs.realData("grader/mwpbench/gsm8k.openai-gpt3.jsonl");
    assumeTrue(Files.exists(outputs), "needs " + outputs);
    Map<String, Long> right = new HashMap<>();
    for (String line : Files.readAllLines(published)) {
      JsonNode row = JSON.readTree(line);
      right.merge(row.get("model").asText(), row.get("mwpbench").asBoolean() ? 1L : 0L, Long::sum);
    }

    StageContext context = Runs.of(spark, folder.resolve("w"), "outputs.path=" + outputs);
    new Score().run(context);

    Map<String, Long> ours = new HashMap<>();
    for (JsonNode score : metrics(context)) {
      if (score.get("grader").asText().equals("mwpbench")) {
        assertThat(score.at("/datasets/gsm8k/rows").asLong()).isEqualTo(1319);
        ours.put(score.get("model").asText(), score.at("/datasets/gsm8k/right").asLong());
      }
    }

    assertThat(ours).hasSize(4).isEqualTo(right);
  }

  private Path lines(String content) throws IOException {
    return Files.writeString(folder.resolve("outputs.jsonl"), content);
  }
}
