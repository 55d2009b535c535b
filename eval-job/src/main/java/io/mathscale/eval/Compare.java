package io.mathscale.eval;

import io.mathscale.core.command.Stage;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.config.ScoreConfig;
import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.Verdict;
import io.mathscale.core.spark.Cached;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.TableTransaction;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.eval.compare.Comparison;
import io.mathscale.eval.compare.ComparisonJson;
import io.mathscale.eval.compare.ComparisonTable;
import io.mathscale.eval.compare.Comparisons;
import io.mathscale.eval.compare.Flip;
import io.mathscale.eval.compare.PairedAnswers;
import io.mathscale.eval.compare.RunAnswer;
import io.mathscale.eval.compare.WorkspaceNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Compares two or more scored runs, problem by problem. The runs are the models of this workspace
 * and of others; of each data set the rows that the average counts.
 */
@Command(name = "compare", description = "Compares scored runs, problem by problem.")
public final class Compare implements Stage {
  /** The problems that one run of a pair has right. */
  static final Table<Flip> FLIPS = new Table<>("flips", () -> Flip.ENCODER, 1, "compare");

  /** The file of comparisons in the workspace. */
  static final String COMPARISON = "comparison.json";

  @Option(
      names = "--with",
      paramLabel = "WORKSPACE",
      description = "Another workspace with verdicts; may be repeated.")
  private List<String> others = new ArrayList<>();

  /** Compares the models of the configured workspace. */
  public Compare() {}

  /** Compares the models of the configured workspace and of these. */
  Compare(List<String> others) {
    this.others = List.copyOf(others);
  }

  @Override
  public void check(MathscaleConfig config) {
    if (others.stream().anyMatch(String::isBlank)) {
      throw new ConfigException("--with must name a workspace: " + others);
    }
  }

  @Override
  public void run(StageContext context) {
    Workspace workspace = context.workspace();
    ScoreConfig config = context.config().score();
    Dataset<Problem> benchmark =
        workspace.has(Tables.BENCHMARK)
            ? workspace.read(Tables.BENCHMARK)
            : context.spark().emptyDataset(Problem.ENCODER);
    Map<String, List<String>> groups = context.config().benchmark().groups();
    Dataset<RunAnswer> answers =
        Comparisons.counted(answers(context, config.grader()), benchmark, config, groups);
    try (Cached<Row> pairs = Cached.of(PairedAnswers.of(answers))) {
      List<Comparison> comparisons =
          Comparison.of(PairedAnswers.pairings(pairs.rows()).collectAsList(), groups);
      if (comparisons.isEmpty()) {
        throw new ConfigException(
            "compare needs two runs that answer the same problems: found %s"
                .formatted(answers.select("run").distinct().collectAsList()));
      }

      TableTransaction tables = workspace.begin();
      tables.write(
          FLIPS, PairedAnswers.flips(pairs.rows()), context.metadata(List.of(Tables.VERDICTS)));
      tables.writeFile(COMPARISON, ComparisonJson.text(comparisons));
      tables.publish();
      System.out.print(ComparisonTable.text(comparisons));
      System.out.flush();
    }
  }

  private Dataset<RunAnswer> answers(StageContext context, GraderName grader) {
    List<Workspace> workspaces = others(context);
    Dataset<RunAnswer> answers =
        Comparisons.answers(context.workspace().read(Tables.VERDICTS), grader, "");
    List<String> names =
        WorkspaceNames.of(workspaces.stream().map(workspace -> workspace.root()).toList());
    for (int i = 0; i < names.size(); i++) {
      Dataset<Verdict> verdicts = workspaces.get(i).read(Tables.VERDICTS);
      answers = answers.union(Comparisons.answers(verdicts, grader, " in " + names.get(i)));
    }

    return answers;
  }

  /** The runs of a workspace that is read twice would count as one, with each answer twice. */
  private List<Workspace> others(StageContext context) {
    List<Workspace> workspaces = new ArrayList<>();
    Set<Path> roots = new HashSet<>(Set.of(context.workspace().root()));
    for (String other : others) {
      Workspace workspace = Workspace.at(context.spark(), other);
      if (!roots.add(workspace.root())) {
        throw new ConfigException(
            "--with must name each workspace once, and not that of the run: " + other);
      }

      workspaces.add(workspace);
    }

    return workspaces;
  }
}
