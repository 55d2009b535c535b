package io.mathscale.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.command.StageContext;
import io.mathscale.core.data.Duplicate;
import io.mathscale.core.data.DuplicateKind;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.generator.planted.BaseText;
import io.mathscale.generator.planted.Fault;
import io.mathscale.generator.planted.PlantedPairs;
import io.mathscale.generator.planted.PlantedReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@ExtendWith(SparkExtension.class)
class PlantedFaultsTest {
  private static final long ROWS = 2_000;

  private static final List<BaseText> BENCHMARK =
      List.of(
          new BaseText(
              "Janet has 16 ducks, and sells each egg for $2. How much does she make every day?",
              "",
              "32"),
          new BaseText("Let $x^{2}-\\frac{1}{2}x = 3$; what is the sum of the roots?", "", "0.5"),
          new BaseText("Find the greatest prime divisor of 91, which is not 7!", "", "13"));

  @TempDir private Path folder;

  @Test
  void findsWhatIsPlantedAtAnyPartitionCount(SparkSession spark) {
    StageContext context = context(spark, "refine.same-template=0");
    Workspace workspace = context.workspace();
    PlantedPairs.write(spark, workspace, ROWS, BENCHMARK);
    List<Set<?>> tables = null;
    for (int partitions : new int[] {7, 32, 2}) {
      spark.conf().set("spark.sql.shuffle.partitions", partitions);
      new Refine().run(context);

      List<Set<?>> found = tables(workspace);
      assertThat(tables == null ? found : tables).isEqualTo(found);
      tables = found;
    }

    Set<Duplicate> duplicates = Set.copyOf(workspace.read(Tables.DUPLICATES).collectAsList());
    PlantedReport report = PlantedPairs.report(workspace);
    assertThat(report.found(Fault.EXACT)).isEqualTo(1);
    assertThat(report.found(Fault.NEAR)).isGreaterThanOrEqualTo(0.98);
    assertThat(report.found(Fault.SEED_COPY)).isEqualTo(1);
    assertThat(duplicates).allMatch(duplicate -> duplicate.origin().equals("generated"));
    assertThat(report.found(Fault.LEAK)).isEqualTo(1);
    assertThat(report.found(Fault.LEAK_CASE)).isEqualTo(1);
    assertThat(report.found(Fault.LEAK_PUNCTUATION)).isEqualTo(1);
    assertThat(report.found(Fault.LEAK_SPACE)).isEqualTo(1);
    assertThat(report.found(Fault.LEAK_ONE_WORD)).isEqualTo(1);
    assertThat(report.rows().get("CLEAN").keySet()).doesNotContain("SAME_TEMPLATE");
    assertThat(report.foundByOwnRule(Fault.SEED_COPY)).isEqualTo(1);
    assertThat(report.foundByOwnRule(Fault.REFUSAL)).isGreaterThanOrEqualTo(0.98);
    assertThat(report.foundByOwnRule(Fault.PLACEHOLDER)).isGreaterThanOrEqualTo(0.98);
    assertThat(report.foundByOwnRule(Fault.TRUNCATED)).isGreaterThanOrEqualTo(0.98);
    assertThat(report.foundByOwnRule(Fault.UNBALANCED_LATEX)).isGreaterThanOrEqualTo(0.99);
    assertThat(report.foundByOwnRule(Fault.OTHER_LANGUAGE)).isGreaterThanOrEqualTo(0.98);
    assertThat(report.foundByOwnRule(Fault.FALSE_ARITHMETIC)).isGreaterThanOrEqualTo(0.99);
    assertThat(report.strangers()).isZero();
    assertThat(PlantedPairs.unlike(workspace).share()).isLessThanOrEqualTo(0.005);
    assertEachStaysWhereAnotherGoes(workspace, duplicates);
  }

  /** No duplicate goes for one that goes itself, and each is rejected once. */
  private static void assertEachStaysWhereAnotherGoes(
      Workspace workspace, Set<Duplicate> duplicates) {
    Set<String> staying =
        Set.copyOf(
            workspace.read(Tables.MATHSCALEQA).select("id").as(Encoders.STRING()).collectAsList());
    List<String> rejected =
        workspace
            .read(Tables.rejectedBy("refine"))
            .where("reason in ('DUPLICATE', 'NEAR_DUPLICATE', 'SAME_TEMPLATE')")
            .select("id")
            .as(Encoders.STRING())
            .collectAsList();

    assertThat(duplicates).allMatch(duplicate -> staying.contains(duplicate.kept()));
    assertThat(rejected)
        .containsExactlyInAnyOrderElementsOf(
            duplicates.stream().map(Duplicate::id).collect(Collectors.toList()));
    assertThat(staying.size() + workspace.read(Tables.rejectedBy("refine")).count())
        .isEqualTo(ROWS + 50);
  }

  @Test
  void givesTheSameRowsWhereTasksAndShuffleFilesAreLost(SparkSession spark) {
    StageContext context = context(spark, "refine.same-template=1");
    PlantedPairs.write(spark, context.workspace(), ROWS / 4, BENCHMARK);
    new Refine().run(context);
    List<Set<?>> wanted = tables(context.workspace());
    assertOneTemplateKeepsOneRow(context.workspace());

    LoseShuffleFiles files = new LoseShuffleFiles();
    LoseTasks tasks = new LoseTasks(spark.sparkContext());
    spark.sparkContext().addSparkListener(files);
    spark.sparkContext().addSparkListener(tasks);
    try {
      new Refine().run(context);
    } finally {
      spark.sparkContext().removeSparkListener(files);
      spark.sparkContext().removeSparkListener(tasks);
    }

    assertThat(files.repeatedStages()).isPositive();
    assertThat(tasks.lostTasks()).isPositive();
    assertThat(tables(context.workspace())).isEqualTo(wanted);
    // A local Spark that has lost shuffle files keeps its blocks for ever, and ends the process
    // after sixty vain heartbeats.
    spark.stop();
  }

  private static void assertOneTemplateKeepsOneRow(Workspace workspace) {
    assertThat(PlantedPairs.report(workspace).found(Fault.NUMBER_SWAP)).isEqualTo(1);
    assertThat(workspace.read(Tables.DUPLICATES).collectAsList())
        .filteredOn(duplicate -> duplicate.kind() == DuplicateKind.TEMPLATE)
        .isNotEmpty()
        .allMatch(duplicate -> duplicate.likeness() == 1);
  }

  private static List<Set<?>> tables(Workspace workspace) {
    return List.of(
        Set.copyOf(workspace.read(Tables.MATHSCALEQA).collectAsList()),
        Set.copyOf(workspace.read(Tables.DUPLICATES).collectAsList()),
        Set.copyOf(workspace.read(Tables.CONTAMINATION).collectAsList()),
        Set.copyOf(workspace.read(Tables.rejectedBy("refine")).collectAsList()));
  }

  private StageContext context(SparkSession spark, String setting) {
    return StageContexts.in(folder.resolve("w"), spark, setting);
  }
}
