package io.mathscale.graph;

import io.mathscale.core.command.StageContext;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.TaskCompletionListener;

/**
 * The job in a process of its own, where the first attempt of every task fails after its work is
 * done. A local session tries a task again only where its master says so.
 */
public final class TroubledJob {
  private TroubledJob() {}

  /** Starts the process; it writes what it has to say to a file. */
  static Process start(Path folder, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-D"))
        .forEach(command::add);
    // The process is mostly start-up: thorough compilation takes longer than all the rest.
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(TroubledJob.class.getName());
    command.add(folder.toString());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  /** Makes a graph and compositions in a folder. */
  public static void main(String[] args) throws IOException {
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[2, 3]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.shuffle.partitions", 2)
            .config("spark.sql.adaptive.enabled", false)
            .config("spark.sql.ui.explainMode", "simple")
            .config("spark.sql.codegen.wholeStage", false)
            .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
            .config("spark.plugins", Trouble.class.getName())
            .getOrCreate()) {
      StageContext context = GraphTestData.run(spark, Path.of(args[0]), SameRowsTest.target());
      SameRowsTest.make(context, 2);
    }
  }

  /** Lets the first attempt of every task fail. */
  public static final class Trouble implements SparkPlugin {
    @Override
    public DriverPlugin driverPlugin() {
      return new DriverPlugin() {};
    }

    @Override
    public ExecutorPlugin executorPlugin() {
      return new ExecutorPlugin() {
        @Override
        public void init(PluginContext context, Map<String, String> configuration) {}

        @Override
        public void onTaskStart() {
          TaskContext task = TaskContext.get();
          if (task.attemptNumber() == 0) {
            task.addTaskCompletionListener(
                (TaskCompletionListener)
                    ended -> {
                      throw new IllegalStateException("the first attempt has to fail");
                    });
          }
        }
      };
    }
  }
}
