package io.mathscale.generator;

import io.mathscale.core.data.Composition;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.Round;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.identity.StableHash;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.core.workspace.WriteMetadata;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;

/** A workspace with compositions, for which nothing was asked. */
record ComposedWorkspace(SparkSession spark, Workspace workspace) {
  private static final List<String> TOPICS =
      List.of("Arithmetic", "Algebra", "Geometry", "Probability", "Sequences");

  /** Makes one in a folder. */
  static ComposedWorkspace in(SparkSession spark, Path folder, int compositions) {
    ComposedWorkspace composed = at(spark, folder);
    List<SeedQuestion> seeds =
        IntStream.range(0, 5)
            .mapToObj(
                i ->
                    new SeedQuestion(
                        "s" + i,
                        "set",
                        "How much is %d + 5?".formatted(i),
                        "" + (i + 5),
                        "We add 5 to %d and get %d.".formatted(i, i + 5)))
            .toList();
    composed.write(Tables.SEEDS, seeds);
    composed.write(Tables.CONCEPTS, List.<ExtractedConcepts>of(), Tables.SEEDS);
    composed.write(
        Tables.COMPOSITIONS,
        IntStream.range(0, compositions).mapToObj(ComposedWorkspace::composition).toList(),
        Tables.CONCEPTS);
    return composed;
  }

  /** The one that stands in a folder. */
  static ComposedWorkspace at(SparkSession spark, Path folder) {
    return new ComposedWorkspace(spark, Workspace.at(spark, folder.toString()));
  }

  private static Composition composition(int i) {
    return new Composition(
        StableHash.contentId("composition", i),
        0,
        List.of(TOPICS.get(i % TOPICS.size())),
        List.of("Addition " + i),
        List.of("s" + i % 5));
  }

  <T> void write(Table<T> table, List<T> rows, Table<?>... inputs) {
    workspace.write(
        table,
        spark.createDataset(rows, table.encoder()),
        new WriteMetadata(Instant.now(), new TreeMap<>(), List.of(inputs), Manifest.Calls.NONE));
  }

  /** The rounds, in their order. */
  List<Round> rounds() {
    return workspace.read(Tables.ROUNDS).collectAsList().stream()
        .sorted(Comparator.comparingInt(Round::round))
        .toList();
  }

  /** The training data that was generated. */
  List<QaPair> generated() {
    return workspace.read(Tables.MATHSCALEQA).where("origin = 'generated'").collectAsList();
  }
}
