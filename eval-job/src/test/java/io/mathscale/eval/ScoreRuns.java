package io.mathscale.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.data.ModelOutput;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.Verdict;
import io.mathscale.core.workspace.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes what {@code score} reads, and reads what it wrote. */
final class ScoreRuns {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ScoreRuns() {}

  static Problem problem(String id, String dataset, String answer, long position) {
    return new Problem(id, dataset, "", "question " + id, answer, position);
  }

  static ModelOutput output(String id, String dataset, String completion) {
    return new ModelOutput(id, dataset, "m", 0, completion, "", "", "stop", "");
  }

  static void writeBenchmark(StageContext context, Problem... problems) {
    context
        .workspace()
        .write(
            Tables.BENCHMARK,
            context.spark().createDataset(List.of(problems), Problem.ENCODER),
            context.metadata(List.of()));
  }

  static void writeOutputs(StageContext context, ModelOutput... outputs) {
    context
        .workspace()
        .write(
            Tables.OUTPUTS,
            context.spark().createDataset(List.of(outputs), ModelOutput.ENCODER),
            context.metadata(List.of()));
  }

  static List<Verdict> verdicts(StageContext context) {
    return new ArrayList<>(context.workspace().read(Tables.VERDICTS).collectAsList());
  }

  static List<Verdict> verdicts(StageContext context, String model) {
    return verdicts(context).stream().filter(verdict -> verdict.model().equals(model)).toList();
  }

  static List<Rejected> rejected(StageContext context) {
    return context.workspace().read(Tables.rejectedBy("score")).collectAsList();
  }

  /** The metrics of a model by the grader that ranks. */
  static JsonNode metrics(StageContext context, String model) throws IOException {
    for (JsonNode metrics : metrics(context)) {
      if (metrics.get("model").asText().equals(model)) {
        return metrics;
      }
    }

    throw new AssertionError("no metrics of " + model);
  }

  static JsonNode metrics(StageContext context) throws IOException {
    Path workspace = Path.of(context.workspace().root().toUri());
    return JSON.readTree(workspace.resolve("metrics.json").toFile());
  }
}
