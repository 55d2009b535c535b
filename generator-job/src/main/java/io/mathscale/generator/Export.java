package io.mathscale.generator;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.mathscale.core.command.Run;
import io.mathscale.core.command.Stage;
import io.mathscale.core.config.ExportConfig.Format;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.workspace.Tables;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;

/** Writes MathScaleQA as files that trainers read. */
@Command(name = "export", description = "Writes the training data for trainers.")
final class Export implements Stage {
  private static final String ALPACA_FOLDER = "export/alpaca";

  @Override
  public void run(Run run) {
    run.workspace().requireWritable();
    Dataset<QaPair> pairs = run.workspace().read(Tables.MATHSCALEQA);
    for (Format format : run.config().export().formats()) {
      switch (format) {
        case ALPACA -> write(run, alpaca(pairs), ALPACA_FOLDER);
      }
    }
  }

  /**
   * Rows of Stanford Alpaca in the order of their ids: the input is empty, as the instruction is
   * the whole question.
   */
  static Dataset<Row> alpaca(Dataset<QaPair> pairs) {
    return pairs
        .orderBy("id")
        .select(
            col("question").as("instruction"), lit("").as("input"), col("solution").as("output"));
  }

  private static void write(Run run, Dataset<Row> rows, String name) {
    Path folder = run.workspace().path(name);
    long written = new JsonFolder(run.workspace().fileSystem(), folder).replace(rows);
    run.say("export: %,d rows in %s".formatted(written, folder));
  }
}
