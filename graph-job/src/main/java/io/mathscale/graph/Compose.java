package io.mathscale.graph;

import io.mathscale.core.command.Run;
import io.mathscale.core.command.Stage;
import io.mathscale.core.config.ComposeConfig;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Composition;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import picocli.CommandLine.Command;

/** Walks the concept graph and chooses examples (paper, sections 3.2 and 3.3). */
@Command(name = "compose", description = "Makes compositions: graph and concepts to compositions.")
public final class Compose implements Stage {
  /** Compositions that one task makes, at the most: more in a file share one dictionary. */
  private static final long MOST_IN_TASK = 250_000;

  /** It is not worth the while to spread fewer over several tasks. */
  private static final long FEWEST_IN_TASK = 20_000;

  @Override
  public void run(Run run) {
    ComposeConfig config = run.config().compose();
    long seed = run.config().seed();
    Dataset<ExtractedConcepts> seeds = run.workspace().read(Tables.CONCEPTS);
    WalkGraph graph =
        WalkGraph.of(
            run.workspace().read(Tables.NODES).collectAsList(),
            run.workspace().read(Tables.EDGES).collectAsList());
    requireWalks(graph);

    Walker walker = Walker.on(graph, config.topicSteps(), config.knowledgePointSteps(), seed);
    SeedExamples examples =
        SeedExamples.of(
            ExampleCandidates.of(seeds, merges(run.workspace()), graph), graph.size(), seed);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(run.spark().sparkContext());
    Broadcast<Walker> sharedWalker = context.broadcast(walker);
    Broadcast<SeedExamples> sharedExamples = context.broadcast(examples);

    WalkSelection.Selected selected =
        new WalkSelection(run.spark(), sharedWalker, config, run::say).run();
    requireCompositions(selected.tally());
    long compositions = selected.tally().compositions();
    Dataset<Long> spread =
        selected.positions().repartition(tasks(compositions, context.defaultParallelism()));
    CompositionTally tally = new CompositionTally(graph.topics(), graph.size(), examples.size());
    run.spark().sparkContext().register(tally);
    Dataset<Composition> rows =
        Compositions.at(spread, sharedWalker, sharedExamples, config.examples(), tally);
    Manifest written =
        run.workspace()
            .write(
                Tables.COMPOSITIONS,
                rows,
                run.stamp(List.of(Tables.CONCEPTS, Tables.NODES, Tables.EDGES)));
    run.say(outcome(written.rows(), selected.tally(), graph, config));
    CompositionSummary summary = tally.value();
    summary.addTo(run.workspace());
    summary.lines().forEach(run::say);
  }

  private static int tasks(long compositions, int parallelism) {
    long needed = 1 + (compositions - 1) / MOST_IN_TASK;
    long useful = 1 + (compositions - 1) / FEWEST_IN_TASK;
    return Math.toIntExact(Math.max(needed, Math.min(parallelism, useful)));
  }

  private static List<ConceptMerge> merges(Workspace workspace) {
    return workspace.has(ConceptMerge.TABLE)
        ? workspace.read(ConceptMerge.TABLE).collectAsList()
        : List.of();
  }

  private static void requireWalks(WalkGraph graph) {
    if (graph.topicToKnowledgePoint().size() == 0) {
      throw new ConfigException(
          "table graph/edges must have an edge from a topic to a knowledge point, or no composition"
              + " can be made: none of its "
              + graph.size()
              + " concepts has one");
    }
  }

  private static void requireCompositions(EpochTally tally) {
    if (tally.compositions() == 0) {
      throw new ConfigException(
          "compose must find a composition in the graph: all walks of "
              + tally.epochs()
              + " epochs met a dead end before a knowledge point (no two topics share a seed, or"
              + " their topics have no knowledge points)");
    }
  }

  private static String outcome(
      long rows, EpochTally tally, WalkGraph graph, ComposeConfig config) {
    String made =
        String.format(
            Locale.ROOT,
            "compose: %,d compositions in %,d epochs of %,d topics",
            rows,
            tally.epochs(),
            graph.topics());
    return switch (tally.ending()) {
      case TARGET_REACHED, NONE -> made;
      case TOO_FEW_NEW ->
          made
              + String.format(
                  Locale.ROOT,
                  "; stopped short of compose.target = %,d, for the last epoch added %,d new ones,"
                      + " below compose.min-new-share = %s of its walks",
                  config.target(),
                  tally.lastTaken(),
                  config.minNewShare());
    };
  }
}
