package io.mathscale.core.benchmark;

import io.mathscale.core.calls.CallResults;
import io.mathscale.core.calls.Completions;
import io.mathscale.core.calls.PromptBatch;
import io.mathscale.core.config.Settings;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.workspace.Workspace;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/**
 * Times the call engine: a whole stage of equally long prompts, with its journal and tables. Its
 * progress tells the rate of the calls alone.
 */
public final class EngineBenchmark {
  private EngineBenchmark() {}

  /** Arguments: configuration file, number of prompts, characters of each, "heap" to watch it. */
  public static void main(String[] args) throws IOException {
    Settings settings = Settings.load(new File(args[0]), List.of());
    long count = Long.parseLong(args[1]);
    int characters = Integer.parseInt(args[2]);
    try (SparkSession spark =
            SparkSession.builder()
                .appName("engine benchmark")
                .config("spark.plugins", "io.mathscale.core.calls.CallsPlugin")
                .getOrCreate();
        HeapPeak heap = new HeapPeak()) {
      Workspace workspace = Workspace.at(spark, settings.config().workspace());
      if (args.length > 3) {
        heap.watch();
      }

      Dataset<Prompt> prompts =
          spark.range(count).as(Encoders.LONG()).map(new LongPrompt(characters), Prompt.ENCODER);
      long begun = System.nanoTime();
      try (CallResults answers =
          Completions.of(spark, workspace, settings.config(), false)
              .ask(PromptBatch.of("benchmark", prompts, count, Sampling.of(0.7, 256)))) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
            Locale.ROOT,
            "stage %.0f completed %d failed %d heap %d%n",
            answers.calls().completed() / seconds,
            answers.calls().completed(),
            answers.calls().failed(),
            heap.mebibytes());
      }
    }
  }
}
