package io.mathscale.generator;

import io.mathscale.core.command.Stage;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.ExportConfig.Format;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.generator.export.AlpacaRows;
import io.mathscale.generator.export.JsonFolder;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;

/** Writes MathScaleQA as files that trainers read. */
@Command(name = "export", description = "Writes the training data for trainers.")
final class Export implements Stage {
  private static final String ALPACA_FOLDER = "export/alpaca";

  @Override
  public void run(StageContext context) {
    Workspace workspace = context.workspace();
    workspace.requireWritable();
    Dataset<QaPair> pairs = workspace.read(Tables.MATHSCALEQA);
    long rows = workspace.manifest(Tables.MATHSCALEQA.name()).orElseThrow().rows();
    for (Format format : context.config().export().formats()) {
      Path folder =
          switch (format) {
            case ALPACA -> write(context, AlpacaRows.of(pairs), ALPACA_FOLDER);
          };
      context.say("export: %,d rows in %s".formatted(rows, folder));
    }
  }

  private static Path write(StageContext context, Dataset<Row> rows, String name) {
    Path folder = context.workspace().path(name);
    new JsonFolder(context.workspace().fileSystem(), folder).replace(rows);
    return folder;
  }
}
