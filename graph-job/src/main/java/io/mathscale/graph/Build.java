package io.mathscale.graph;

import io.mathscale.core.command.Stage;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.data.Concept;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.source.files.UserFiles;
import io.mathscale.core.spark.Caches;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.TableTransaction;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.WriteMetadata;
import io.mathscale.graph.concepts.ConceptCounts;
import io.mathscale.graph.concepts.ConceptFrequency;
import io.mathscale.graph.concepts.ConceptIdentity;
import io.mathscale.graph.concepts.ConceptMerge;
import io.mathscale.graph.concepts.SeedNames;
import io.mathscale.graph.concepts.Vocabulary;
import io.mathscale.graph.imported.ImportedConcepts;
import io.mathscale.graph.network.ConceptEdges;
import io.mathscale.graph.network.ConceptIndex;
import io.mathscale.graph.network.ConceptNetwork;
import io.mathscale.graph.network.MeasuredConcepts;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import picocli.CommandLine.Command;

/** Makes the concept graph of the seeds (paper, section 3.2). */
@Command(
    name = Build.NAME,
    description = "Makes the concept graph: concepts to graph/nodes, edges.")
public final class Build implements Stage {
  static final String NAME = "build";

  /** With {@code build.concepts} also what {@code extract} writes. */
  @Override
  public Set<String> families(MathscaleConfig config) {
    return config.build().concepts().isBlank() ? Set.of("graph") : Set.of("graph", "concepts");
  }

  @Override
  public List<UserFiles> files(MathscaleConfig config) {
    String concepts = config.build().concepts();
    return concepts.isBlank() ? List.of() : List.of(ImportedConcepts.files(concepts));
  }

  @Override
  public void run(StageContext context) {
    if (!context.config().build().concepts().isBlank()) {
      ImportedConcepts.write(context, NAME);
    }

    Dataset<ExtractedConcepts> seeds = context.workspace().read(Tables.CONCEPTS);
    long minCount = context.config().build().minCount();
    Vocabulary vocabulary =
        Vocabulary.of(seeds, ConceptIdentity.among(seeds, context.config().build()));
    ConceptCounts counts = vocabulary.counts(minCount);
    requireConcepts(counts, minCount);
    counts.lines(minCount).forEach(context::say);

    try (Caches caches = new Caches(context.spark())) {
      write(context, vocabulary, counts, network(context, seeds, vocabulary, caches), caches);
    }
  }

  private static ConceptNetwork network(
      StageContext context,
      Dataset<ExtractedConcepts> seeds,
      Vocabulary vocabulary,
      Caches caches) {
    List<ConceptFrequency> kept = vocabulary.heldBy(context.config().build().minCount());
    long count = context.workspace().manifest(Tables.CONCEPTS.name()).orElseThrow().rows();
    return ConceptNetwork.of(
        SeedNames.of(seeds), count, vocabulary.numbers(kept), kept.size(), caches);
  }

  private static void write(
      StageContext context,
      Vocabulary vocabulary,
      ConceptCounts counts,
      ConceptNetwork network,
      Caches caches) {
    TableTransaction tables = context.workspace().begin();
    List<ConceptFrequency> kept = vocabulary.heldBy(context.config().build().minCount());
    List<Concept> nodes = MeasuredConcepts.of(kept, network);
    ConceptIndex names = ConceptIndex.inOrder(kept);
    WriteMetadata metadata = context.metadata(List.of(Tables.CONCEPTS));
    Manifest merges =
        tables.write(
            ConceptMerge.TABLE, rows(context, vocabulary.merges(), ConceptMerge.ENCODER), metadata);
    context.say("build: %,d spellings merged into others".formatted(merges.rows()));
    tables.write(
        Tables.NODES, rows(context, nodes, Concept.ENCODER), metadata.withCounts(counts.leftOut()));
    tables.write(
        Tables.EDGES, ConceptEdges.named(context.spark(), network, names, caches), metadata);
    GraphSummary summary =
        GraphSummary.of(counts, nodes, ConceptEdges.counts(network, names.topics()));
    tables.writeFile(GraphSummary.FILE, summary.json());
    tables.publish();
    summary.lines().forEach(context::say);
  }

  /** One task writes them: they come from the driver. */
  private static <T> Dataset<T> rows(StageContext context, List<T> rows, Encoder<T> encoder) {
    return context.spark().createDataset(rows, encoder).coalesce(1);
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
