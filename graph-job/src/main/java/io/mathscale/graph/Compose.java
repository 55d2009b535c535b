package io.mathscale.graph;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.command.Stage;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.ComposeConfig;
import io.mathscale.core.config.ComposeConfig.WalkKind;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.data.Composition;
import io.mathscale.core.data.ConceptEdge;
import io.mathscale.core.data.EdgeKind;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.examples.ExampleSeeds;
import io.mathscale.core.examples.SolvedSeeds;
import io.mathscale.core.spark.Caches;
import io.mathscale.core.spark.TaskSlots;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.TableTransaction;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.graph.compositions.CompositionSummary;
import io.mathscale.graph.compositions.CompositionTally;
import io.mathscale.graph.compositions.ExampleComposer;
import io.mathscale.graph.concepts.ConceptMerge;
import io.mathscale.graph.examples.ExampleCandidates;
import io.mathscale.graph.examples.ExampleChoice;
import io.mathscale.graph.examples.ExampleIndex;
import io.mathscale.graph.network.ConceptIndex;
import io.mathscale.graph.walks.BroadcastWalks;
import io.mathscale.graph.walks.Composer;
import io.mathscale.graph.walks.EpochTally;
import io.mathscale.graph.walks.GraphArcs;
import io.mathscale.graph.walks.LoadedGraph;
import io.mathscale.graph.walks.TopicPoints;
import io.mathscale.graph.walks.WalkGraph;
import io.mathscale.graph.walks.WalkRules;
import io.mathscale.graph.walks.WalkSelection;
import io.mathscale.graph.walks.Walker;
import io.mathscale.graph.walks.Walks;
import io.mathscale.graph.walks.joined.JoinedWalks;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;

/** Walks the concept graph and chooses examples (paper, sections 3.2 and 3.3). */
@Command(name = "compose", description = "Makes compositions: graph and concepts to compositions.")
public final class Compose implements Stage {
  /** Compositions that one task makes at most. */
  private static final long MOST_IN_TASK = 250_000;

  /** Fewer are not worth a task of their own. */
  private static final long FEWEST_IN_TASK = 20_000;

  /** What {@code build} writes: both write the summary. */
  @Override
  public Set<String> families(MathscaleConfig config) {
    return Set.of("graph");
  }

  @Override
  public void run(StageContext context) {
    Workspace workspace = context.workspace();
    ComposeConfig config = context.config().compose();
    LoadedGraph graph = LoadedGraph.read(workspace, config.broadcastLimit());
    ConceptIndex concepts = graph.concepts();
    requireWalks(workspace.read(Tables.EDGES), concepts);
    requireMemory(graph, config);
    ExampleIndex examples = examples(context, concepts);
    CompositionTally tally =
        new CompositionTally(concepts.topics(), concepts.size(), examples.size());
    context.spark().sparkContext().register(tally);
    TableTransaction tables = workspace.begin();
    try (Caches caches = new Caches(context.spark())) {
      Composer.Factory composers =
          ExampleComposer.factory(
              caches.broadcast(examples),
              ExampleChoice.of(config),
              tally,
              concepts.topics(),
              graph.arcs().map(arcs -> caches.broadcast(TopicPoints.of(arcs))));
      write(context, tables, graph, composers, caches);
    }

    CompositionSummary summary = tally.value();
    tables.writeFile(GraphSummary.FILE, summary.addedTo(workspace, GraphSummary.FILE));
    tables.publish();
    summary.lines().forEach(context::say);
  }

  /** Where no seeds stand, as beside concepts of elsewhere, nothing is known of their solutions. */
  private static ExampleIndex examples(StageContext context, ConceptIndex concepts) {
    Workspace workspace = context.workspace();
    Dataset<ExtractedConcepts> all = workspace.read(Tables.CONCEPTS);
    Dataset<Row> shown = all.select("id");
    if (workspace.has(Tables.SEEDS)) {
      ExampleSeeds rule = ExampleSeeds.of(context.config());
      Dataset<SeedQuestion> seeds = SolvedSeeds.in(workspace, context.config()).rows();
      rule.warning("compose", seeds).ifPresent(context::say);
      shown = rule.among(seeds).select("id");
    }

    return ExampleIndex.of(
        ExampleCandidates.of(all, shown, merges(workspace), concepts),
        concepts.size(),
        context.config().seed());
  }

  private static void write(
      StageContext context,
      TableTransaction tables,
      LoadedGraph graph,
      Composer.Factory composers,
      Caches caches) {
    ComposeConfig config = context.config().compose();
    ConceptIndex concepts = graph.concepts();
    Walks walks = walks(context, graph, caches);
    WalkSelection.Selected selected =
        new WalkSelection(context.spark(), caches, walks, concepts.topics(), config, context::say)
            .run();
    requireCompositions(selected.tally());
    int tasks = tasks(selected.tally().compositions(), TaskSlots.of(context.spark()));
    Dataset<Composition> rows =
        walks.compositions(selected.positions().repartition(tasks), composers);
    Manifest written =
        tables.write(
            Tables.COMPOSITIONS,
            rows,
            context.metadata(List.of(Tables.CONCEPTS, Tables.NODES, Tables.EDGES)));
    context.say(outcome(written.rows(), selected.tally(), concepts, config));
  }

  /** Every executor gets the graph where it is small enough, else no process does. */
  private static Walks walks(StageContext context, LoadedGraph graph, Caches caches) {
    ComposeConfig config = context.config().compose();
    WalkRules rules = WalkRules.of(config, context.config().seed());
    if (graph.arcs().isEmpty()) {
      context.say(
          String.format(
              Locale.ROOT,
              "compose: walking by joins, for %,d edges are more than compose.broadcast-limit ="
                  + " %,d",
              graph.edgeCount(),
              config.broadcastLimit()));
      Dataset<ConceptEdge> edges = context.workspace().read(Tables.EDGES);
      return JoinedWalks.on(context.spark(), graph.concepts(), edges, rules, caches);
    }

    GraphArcs arcs = graph.arcs().get();
    Walker walker =
        switch (config.walk()) {
          case PAPER -> Walker.on(WalkGraph.of(graph.concepts(), arcs, rules), rules);
          case COHERENT ->
              Walker.coherent(graph.concepts(), graph.nodes(), arcs, config.cover(), rules);
        };
    return new BroadcastWalks(caches.broadcast(walker));
  }

  private static void requireMemory(LoadedGraph graph, ComposeConfig config) {
    if (config.walk() == WalkKind.COHERENT && graph.arcs().isEmpty()) {
      throw new ConfigException(
          "compose.walk = coherent must have the graph in the memory of every executor: table"
              + " graph/edges has %,d edges, more than compose.broadcast-limit = %,d; raise it, or"
                  .formatted(graph.edgeCount(), config.broadcastLimit())
              + " set compose.walk = paper");
    }
  }

  private static int tasks(long compositions, TaskSlots slots) {
    long needed = 1 + (compositions - 1) / MOST_IN_TASK;
    return Math.toIntExact(Math.max(needed, slots.tasksOf(compositions, FEWEST_IN_TASK)));
  }

  private static List<ConceptMerge> merges(Workspace workspace) {
    return workspace.has(ConceptMerge.TABLE)
        ? workspace.read(ConceptMerge.TABLE).collectAsList()
        : List.of();
  }

  private static void requireWalks(Dataset<ConceptEdge> edges, ConceptIndex concepts) {
    Column isAcross = col("kind").equalTo(EdgeKind.TOPIC_KNOWLEDGE_POINT.name());
    if (edges.where(isAcross).isEmpty()) {
      throw new ConfigException(
          "table graph/edges must have an edge from a topic to a knowledge point, or no composition"
              + " can be made: none of its "
              + concepts.size()
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
      long rows, EpochTally tally, ConceptIndex concepts, ComposeConfig config) {
    String made =
        String.format(
            Locale.ROOT,
            "compose: %,d compositions in %,d epochs of %,d topics",
            rows,
            tally.epochs(),
            concepts.topics());
    return switch (tally.ending()) {
      case TARGET_REACHED, NONE -> made;
      case TOO_FEW_NEW ->
          made
              + String.format(
                  Locale.ROOT,
                  "; stopped short of compose.target = %,d, for %,d new ones in the last %,d epochs"
                      + " are fewer than compose.min-new-share = %s of their walks",
                  config.target(),
                  tally.latestNew(),
                  tally.latest(),
                  config.minNewShare());
    };
  }
}
