package io.mathscale.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole workflow from seeds to scores, in one application.
 *
 * @param cluster where it runs
 * @param spark Spark's settings
 * @param store how its workspace is reached
 * @param workspace its workspace
 * @param compositions how many are composed
 * @param configuration further lines of its configuration
 */
record Chain(
    StandaloneCluster cluster,
    Map<String, String> spark,
    Map<String, String> store,
    String workspace,
    int compositions,
    String configuration) {
  /** Its commands. */
  static final List<String> COMMANDS =
      List.of(
          "prepare",
          "extract",
          "build",
          "compose",
          "generate",
          "validate",
          "refine",
          "export",
          "infer",
          "score");

  /**
   * Submits the workflow.
   *
   * @param folder where its configuration is written
   * @param model address of the model that it asks
   * @param deployMode where its driver runs: {@code client} or {@code cluster}
   */
  ChildProcess submit(Path folder, String model, String deployMode) {
    return submit(folder, model, deployMode, COMMANDS);
  }

  /** Submits some of its commands; the arguments are those of the whole. */
  ChildProcess submit(Path folder, String model, String deployMode, List<String> commands) {
    Map<String, String> properties = new HashMap<>(spark);
    store.forEach((key, value) -> properties.put("spark.hadoop." + key, value));
    List<String> arguments = new ArrayList<>(commands);
    arguments.addAll(List.of("--config", configuration(folder, model).toString()));
    return cluster.submit(deployMode, properties, arguments);
  }

  private Path configuration(Path folder, String model) {
    Path demo = Path.of(System.getProperty("mathscale.root"), "conf", "demo").toAbsolutePath();
    try {
      Path file = Files.createTempFile(folder, "chain", ".conf");
      return Files.writeString(
          file,
          """
          workspace = "%s"
          seeds.path = "file://%s/seeds.jsonl"
          benchmark.path = "file://%s/benchmark.jsonl"
          model {
            base-url = "%s", name = teacher, pool = teacher, proxy.url = direct
            price { input = 0.50, output = 1.50 }
          }
          compose.target = %d
          validate.models = [{ name = solver }]
          %s
          """
              .formatted(workspace, demo, demo, model, compositions, configuration));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write a configuration", e);
    }
  }

  /** The rows of its tables. */
  Map<String, List<String>> rows() {
    return TableRows.of(workspace, store);
  }
}
