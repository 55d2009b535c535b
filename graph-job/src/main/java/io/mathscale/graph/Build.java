package io.mathscale.graph;

import io.mathscale.core.command.Run;
import io.mathscale.core.command.Stage;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Concept;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Stamp;
import io.mathscale.core.workspace.Tables;
import io.mathscale.graph.concepts.ConceptCounts;
import io.mathscale.graph.concepts.ConceptFrequencies;
import io.mathscale.graph.concepts.ConceptFrequency;
import io.mathscale.graph.concepts.ConceptIdentity;
import io.mathscale.graph.concepts.ConceptMerge;
import io.mathscale.graph.concepts.ConceptMerges;
import io.mathscale.graph.concepts.Mention;
import io.mathscale.graph.concepts.Mentions;
import io.mathscale.graph.concepts.Spellings;
import io.mathscale.graph.imported.ImportedConcepts;
import io.mathscale.graph.network.ConceptEdges;
import io.mathscale.graph.network.ConceptNode;
import io.mathscale.graph.network.ConceptNodes;
import io.mathscale.graph.network.Concepts;
import io.mathscale.graph.network.WeightedEdge;
import io.mathscale.graph.network.WeightedEdges;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.storage.StorageLevel;
import picocli.CommandLine.Command;

/** Makes the concept graph of the seeds (paper, section 3.2). */
@Command(
    name = Build.NAME,
    description = "Makes the concept graph: concepts to graph/nodes, edges.")
public final class Build implements Stage {
  static final String NAME = "build";

  @Override
  public void run(Run run) {
    if (!run.config().build().concepts().isBlank()) {
      ImportedConcepts.write(run, NAME);
    }

    Dataset<ExtractedConcepts> seeds = run.workspace().read(Tables.CONCEPTS);
    ConceptIdentity identities = ConceptIdentity.among(seeds, run.config().build());
    Dataset<Mention> mentions = Mentions.in(seeds, identities);
    Dataset<ConceptFrequency> found = kept(ConceptFrequencies.in(mentions).repartition(1));
    long minCount = run.config().build().minCount();
    Dataset<ConceptNode> concepts = kept(ConceptNodes.heldBy(minCount, found));
    Dataset<ConceptFrequency> spellings = kept(Spellings.in(seeds, identities));
    ConceptCounts counts = ConceptCounts.of(Mentions.unusable(seeds), spellings, found, minCount);
    requireConcepts(counts, minCount);
    counts.lines(minCount).forEach(run::say);

    Dataset<WeightedEdge> edges = kept(WeightedEdges.between(mentions, concepts));
    Dataset<Concept> nodes =
        Concepts.measured(concepts, ConceptGraph.of(concepts, edges).measures());

    Stamp stamp = run.stamp(List.of(Tables.CONCEPTS));
    Manifest merges =
        run.workspace()
            .write(ConceptMerge.TABLE, ConceptMerges.among(spellings, found, identities), stamp);
    run.say("build: %,d spellings merged into others".formatted(merges.rows()));
    run.workspace().write(Tables.NODES, nodes, stamp.counting(counts.leftOut()));
    run.workspace().write(Tables.EDGES, ConceptEdges.named(edges, concepts), stamp);
    GraphSummary summary =
        GraphSummary.of(
            counts, run.workspace().read(Tables.NODES), run.workspace().read(Tables.EDGES));
    run.workspace().writeFile(GraphSummary.FILE, summary.json());
    summary.lines().forEach(run::say);
    edges.unpersist();
    concepts.unpersist();
    spellings.unpersist();
    found.unpersist();
  }

  private static <T> Dataset<T> kept(Dataset<T> rows) {
    return rows.persist(StorageLevel.MEMORY_AND_DISK());
  }

  private static void requireConcepts(ConceptCounts counts, long minCount) {
    if (counts.keptTopics() == 0 || counts.keptKnowledgePoints() == 0) {
      throw new ConfigException(
          ("build.min-count must leave topics and knowledge points: %d leaves %d of %d topics and"
                  + " %d of %d knowledge points of table %s")
              .formatted(
                  minCount,
                  counts.keptTopics(),
                  counts.topics(),
                  counts.keptKnowledgePoints(),
                  counts.knowledgePoints(),
                  Tables.CONCEPTS.name()));
    }
  }
}
