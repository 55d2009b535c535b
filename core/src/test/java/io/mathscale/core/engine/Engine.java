package io.mathscale.core.engine;

import io.mathscale.core.calls.CallResults;
import io.mathscale.core.calls.Completions;
import io.mathscale.core.calls.PromptBatch;
import io.mathscale.core.config.Settings;
import io.mathscale.core.data.Answer;
import io.mathscale.core.data.Message;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.time.FastTime;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.TableGuard;
import io.mathscale.core.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/**
 * The call engine in a workspace, asking a model service at some address.
 *
 * @param spark the session
 * @param workspace address of the folder of the tables
 * @param settings HOCON lines over what tests share
 */
record Engine(SparkSession spark, String workspace, List<String> settings) {
  /** Longer than any answer of the teacher. */
  static final Sampling SAMPLING = Sampling.of(0, 512);

  private static final String STAGE = "test";

  /** Pauses, patience and signs of life are so many times shorter. */
  private static final int HURRY = 10;

  /** The engine with pauses and patience made for tests. */
  static Engine of(SparkSession spark, Path workspace, String baseUrl) {
    return new Engine(
        spark,
        workspace.toString(),
        List.of(
            "model.base-url = \"" + baseUrl + "\"",
            "model.pool = teacher",
            "model.name = teacher",
            "calls.in-flight-per-executor = 32",
            "calls.max-failure-ratio = 1",
            "calls.flush-interval = 100ms",
            "calls.progress-interval = 1h"));
  }

  /** The same in another workspace. */
  Engine at(String other) {
    return new Engine(spark, other, settings);
  }

  /** The same with one more setting. */
  Engine with(String setting) {
    List<String> more = new ArrayList<>(settings);
    more.add(setting);
    return new Engine(spark, workspace, more);
  }

  /** Asks; the rows of the answers. */
  List<Answer> ask(Dataset<Prompt> prompts) {
    return ask(batch(prompts));
  }

  /** Asks; the rows of the answers. */
  List<Answer> ask(PromptBatch batch) {
    try (CallResults results = completions(false).ask(batch)) {
      return results.rows().collectAsList();
    }
  }

  /** Asks; the calls over all runs. */
  Manifest.Calls calls(Dataset<Prompt> prompts, boolean retryFailed) {
    try (CallResults results = completions(retryFailed).ask(batch(prompts))) {
      return results.calls();
    }
  }

  /** The door of the stage. */
  Completions completions(boolean retryFailed) {
    return completions(retryFailed, TableGuard.NONE);
  }

  /** The door of the stage in a command whose tables are watched over. */
  Completions completions(boolean retryFailed, TableGuard guard) {
    Settings loaded = load();
    Workspace guarded = Workspace.at(spark, loaded.config().workspace()).guardedBy(guard);
    return Completions.of(spark, guarded, loaded.config(), retryFailed)
        .withTime(new FastTime(HURRY));
  }

  /** What the tests ask. */
  static PromptBatch batch(Dataset<Prompt> prompts) {
    return PromptBatch.of(STAGE, prompts, prompts.count(), SAMPLING);
  }

  private Settings load() {
    try {
      Path file = Files.createTempFile("engine", ".conf");
      Files.write(file, settings);
      try {
        return Settings.load(file.toFile(), List.of("workspace=" + workspace));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Different short questions, in this many partitions. */
  static Dataset<Prompt> questions(SparkSession spark, int count, int partitions) {
    MapFunction<Long, Prompt> question = number -> question(number.intValue());
    return spark.range(0, count, 1, partitions).as(Encoders.LONG()).map(question, Prompt.ENCODER);
  }

  /** The question of this number. */
  static Prompt question(int number) {
    String text = "What is " + number + " + 25? State your final answer.";
    return new Prompt("row-" + number, 0, List.of(Message.user(text)));
  }
}
