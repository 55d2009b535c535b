package io.mathscale.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.command.StageContext;
import io.mathscale.core.data.Composition;
import io.mathscale.core.data.Concept;
import io.mathscale.core.data.ConceptEdge;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The same rows come out however the work is split and however often a task is tried. */
@ExtendWith(SparkExtension.class)
class SameRowsTest {
  private static final int SEEDS = 300;
  private static final int TARGET = 1_500;

  @TempDir private static Path folder;

  /** The rows of two partitions: they are made once. */
  private static Rows two;

  @BeforeAll
  static void makeRowsOfTwoPartitions(SparkSession spark) throws IOException {
    two = rows(spark, 2);
  }

  @Test
  void atAnyPartitionCount(SparkSession spark) throws IOException {
    Rows one = rows(spark, 1);
    Rows seven = rows(spark, 7);

    assertThat(one.compositions()).hasSize(TARGET);
    assertThat(two).isEqualTo(one);
    assertThat(seven).isEqualTo(one);
  }

  @Test
  @Tag("process")
  void afterEveryTaskIsTriedTwice(SparkSession spark) throws Exception {
    Path troubled = folder.resolve("troubled");

    Process process = TroubledJob.start(troubled, folder.resolve("troubled.log"));

    assertThat(process.waitFor()).isZero();
    StageContext context = GraphTestData.run(spark, troubled);
    assertThat(Rows.of(context)).isEqualTo(two);
  }

  /** Makes seeds, their graph and compositions. */
  static void make(StageContext context, int partitions) {
    Dataset<ExtractedConcepts> seeds = SyntheticConcepts.of(context.spark(), SEEDS);
    context
        .workspace()
        .write(Tables.CONCEPTS, seeds.repartition(partitions), context.metadata(List.of()));
    new Build().run(context);
    new Compose().run(context);
  }

  /** The setting of these runs. */
  static String target() {
    return "compose.target=" + TARGET;
  }

  private static Rows rows(SparkSession spark, int partitions) throws IOException {
    SparkSession own = spark.newSession();
    own.conf().set("spark.sql.shuffle.partitions", partitions);
    own.conf().set("spark.sql.leafNodeDefaultParallelism", partitions);
    StageContext context =
        GraphTestData.run(own, folder.resolve("partitions-" + partitions), target());
    make(context, partitions);
    return Rows.of(context);
  }

  private record Rows(
      Set<Concept> nodes, Set<ConceptEdge> edges, Set<Composition> compositions, String summary) {
    static Rows of(StageContext context) throws IOException {
      return new Rows(
          new HashSet<>(context.workspace().read(Tables.NODES).collectAsList()),
          new HashSet<>(context.workspace().read(Tables.EDGES).collectAsList()),
          new HashSet<>(context.workspace().read(Tables.COMPOSITIONS).collectAsList()),
          Files.readString(Path.of(context.workspace().path(GraphSummary.FILE).toUri())));
    }
  }
}
