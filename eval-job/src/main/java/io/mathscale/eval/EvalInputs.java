package io.mathscale.eval;

import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.data.Problem;
import io.mathscale.core.source.files.UserFiles;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.eval.score.OutputFiles;
import io.mathscale.eval.score.OutputTable;
import io.mathscale.eval.score.Outputs;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;

/**
 * The model outputs that the configuration names, and the problems that they answer.
 *
 * @param outputs those of the workspace, or of the user's files
 * @param benchmark the problems; none where there is no such table
 * @param tables the tables that these are
 */
record EvalInputs(Outputs outputs, Dataset<Problem> benchmark, List<Table<?>> tables) {
  EvalInputs {
    tables = List.copyOf(tables);
  }

  /** The files that a configuration names; none where the outputs are a table. */
  static List<UserFiles> files(MathscaleConfig config) {
    String path = config.outputs().path();
    return path.isBlank() ? List.of() : List.of(OutputFiles.files(path));
  }

  /** The inputs of a run. */
  static EvalInputs of(StageContext context) {
    Workspace workspace = context.workspace();
    String path = context.config().outputs().path();
    List<Table<?>> tables = new ArrayList<>();
    if (path.isBlank()) {
      tables.add(Tables.OUTPUTS);
    }

    boolean hasBenchmark = workspace.has(Tables.BENCHMARK);
    if (hasBenchmark) {
      tables.add(Tables.BENCHMARK);
    }

    return new EvalInputs(
        path.isBlank()
            ? new OutputTable(workspace.read(Tables.OUTPUTS))
            : OutputFiles.at(context.spark(), path),
        hasBenchmark
            ? workspace.read(Tables.BENCHMARK)
            : context.spark().emptyDataset(Problem.ENCODER),
        tables);
  }
}
