package io.mathscale.generator.planted;

import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.text.QuestionText;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.core.workspace.WriteMetadata;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/** Writes tables of planted pairs, and tells what {@code refine} found of them. */
public final class PlantedPairs {
  private static final Table<PlantedRow> PLANTED =
      new Table<>("planted", () -> PlantedRow.ENCODER, 1, "plant");

  private PlantedPairs() {}

  /**
   * {@code plant WORKSPACE ROWS ALIKE [--benchmark FILE]... [FILE]...} writes the tables; {@code
   * report WORKSPACE} tells what was found.
   */
  public static void main(String[] args) throws IOException {
    try (SparkSession spark = SparkSession.builder().appName("planted pairs").getOrCreate()) {
      Workspace workspace = Workspace.at(spark, args[1]);
      if (args[0].equals("report")) {
        System.out.print(report(workspace));
        System.out.print(unlike(workspace));
        return;
      }

      List<Path> files = new ArrayList<>();
      List<Path> benchmarks = new ArrayList<>();
      for (int i = 4; i < args.length; i++) {
        if (args[i].equals("--benchmark")) {
          benchmarks.add(Path.of(args[++i]));
        } else {
          files.add(Path.of(args[i]));
        }
      }

      long rows = Long.parseLong(args[2]);
      long alike = Long.parseLong(args[3]);
      write(
          spark,
          workspace,
          new PlantRow(rows, 1, BaseTexts.of(files), BaseTexts.problems(benchmarks), alike));
    }
  }

  /** Writes the pairs, the benchmark and what was planted. */
  static void write(SparkSession spark, Workspace workspace, PlantRow plant) {
    WriteMetadata metadata =
        new WriteMetadata(Instant.now(), new TreeMap<>(), List.of(), Manifest.Calls.NONE);
    Dataset<PlantedRow> rows =
        spark.range(plant.rows() + plant.alike()).map(plant, PlantedRow.ENCODER);
    MapFunction<PlantedRow, GeneratedPair> pair = PlantedRow::pair;
    workspace.write(Tables.PAIRS, rows.map(pair, GeneratedPair.ENCODER), metadata);
    workspace.write(PLANTED, rows, metadata);
    workspace.write(Tables.SEEDS, seeds(spark, plant.texts()), metadata);
    if (!plant.benchmark().isEmpty()) {
      workspace.write(Tables.BENCHMARK, problems(spark, plant.benchmark()), metadata);
    }
  }

  /** Writes tables of stories and of faults, leaks of the given questions among them. */
  public static void write(
      SparkSession spark, Workspace workspace, long rows, List<BaseText> benchmark) {
    write(spark, workspace, new PlantRow(rows, 1, BaseTexts.written(), benchmark, 0));
  }

  /** What {@code refine} found in a workspace. */
  public static PlantedReport report(Workspace workspace) {
    return PlantedReport.of(workspace, workspace.read(PLANTED));
  }

  /** How many clean rows {@code refine} took away that are near to no other row. */
  public static UnlikeRows unlike(Workspace workspace) {
    return UnlikeRows.of(workspace, workspace.read(PLANTED));
  }

  private static Dataset<SeedQuestion> seeds(SparkSession spark, BaseTexts texts) {
    List<SeedQuestion> seeds = new ArrayList<>();
    for (int i = 0; i < PlantRow.SEEDS; i++) {
      BaseText text = texts.text(PlantRow.FIRST_SEED + i);
      seeds.add(
          new SeedQuestion(
              QuestionText.id(text.question()),
              "planted",
              text.question(),
              text.answer(),
              text.solution()));
    }

    return spark.createDataset(seeds, SeedQuestion.ENCODER);
  }

  private static Dataset<Problem> problems(SparkSession spark, List<BaseText> texts) {
    List<Problem> problems = new ArrayList<>();
    for (BaseText text : texts) {
      problems.add(
          new Problem(
              "test." + problems.size(),
              "planted",
              "planted",
              text.question(),
              text.answer(),
              problems.size()));
    }

    return spark.createDataset(problems, Problem.ENCODER);
  }
}
