package io.mathscale.generator.benchmark;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.source.files.FileEndings;
import io.mathscale.core.source.files.UserFiles;
import io.mathscale.core.source.layouts.NamedFields;
import io.mathscale.core.workspace.TableCatalog;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/**
 * What counts as the benchmark: the files of {@code refine.decontaminate.against}, or else those of
 * {@code benchmark.path} with the table that was made of them, or else the table of problems.
 * Beside the table the files count for the rows that {@code prepare} rejects: a question without an
 * answer must not be in the training data either. A table of other files does not count.
 *
 * @param key the setting that names the files; empty where there are none
 * @param files a file, folder or glob each
 * @param fields fields of the files that the user named
 * @param hasTable whether the table of problems counts
 */
public record BenchmarkChoice(
    String key, List<String> files, NamedFields fields, boolean hasTable) {
  private static final String AGAINST_KEY = "refine.decontaminate.against";
  private static final String PATH_KEY = "benchmark.path";

  /** Keeps a copy of the list. */
  public BenchmarkChoice {
    files = List.copyOf(files);
  }

  /** What counts in a workspace, as the configuration says. */
  public static BenchmarkChoice of(TableCatalog workspace, MathscaleConfig config) {
    BenchmarkChoice against = against(config);
    String path = config.benchmark().path();
    if (!against.isNone()) {
      return against;
    }

    return path.isBlank()
        ? new BenchmarkChoice("", List.of(), NamedFields.NONE, workspace.has(Tables.BENCHMARK))
        : new BenchmarkChoice(
            PATH_KEY,
            List.of(path),
            NamedFields.of(config.benchmark().fields()),
            isTableOf(path, workspace));
  }

  /** What {@code refine.decontaminate.against} names, which may be nothing. */
  public static BenchmarkChoice against(MathscaleConfig config) {
    List<String> files = config.refine().decontaminate().against();
    return new BenchmarkChoice(AGAINST_KEY, files, NamedFields.NONE, false);
  }

  /** The files that may count, whatever stands in the workspace. */
  public static List<UserFiles> filesOf(MathscaleConfig config) {
    List<String> against = config.refine().decontaminate().against();
    if (!against.isEmpty()) {
      return against.stream()
          .map(path -> new UserFiles(AGAINST_KEY, path, FileEndings.OF_ROWS))
          .toList();
    }

    String path = config.benchmark().path();
    return path.isBlank() ? List.of() : List.of(new UserFiles(PATH_KEY, path, FileEndings.OF_ROWS));
  }

  private static boolean isTableOf(String path, TableCatalog workspace) {
    return workspace
        .manifest(Tables.BENCHMARK.name())
        .filter(table -> path.equals(table.configuration().get(PATH_KEY)))
        .isPresent();
  }

  /** The same without the table where there are files, which stand before {@code prepare} runs. */
  public BenchmarkChoice filesFirst() {
    return new BenchmarkChoice(key, files, fields, hasTable && files.isEmpty());
  }

  /** Whether there is no benchmark. */
  public boolean isNone() {
    return files.isEmpty() && !hasTable;
  }

  /** What the user knows it by; empty where there is none. */
  public String name() {
    List<String> names = new ArrayList<>();
    files.forEach(file -> names.add(key + " " + file));
    if (files.isEmpty() && hasTable) {
      names.add("table " + Tables.BENCHMARK.name());
    }

    return String.join(", ", names);
  }

  /**
   * Its questions: those of the table, then the others of the files. The key is empty where a row
   * has none.
   *
   * @throws io.mathscale.core.config.ConfigException when there is no such file
   */
  public List<BenchmarkQuestion> questions(SparkSession spark, Workspace workspace) {
    List<BenchmarkQuestion> questions = new ArrayList<>();
    if (hasTable) {
      questions.addAll(BenchmarkQuestions.of(workspace.read(Tables.BENCHMARK)).collectAsList());
    }

    Set<String> inTable = new HashSet<>();
    questions.forEach(question -> inTable.add(question.key()));
    questionsOfFiles(spark).stream()
        .filter(question -> !inTable.contains(question.key()))
        .forEach(questions::add);
    return questions;
  }

  private List<BenchmarkQuestion> questionsOfFiles(SparkSession spark) {
    return files.stream()
        .flatMap(file -> BenchmarkQuestions.in(spark, key, file, fields).collectAsList().stream())
        .toList();
  }

  /**
   * Checks that every row has a question, where {@code prepare} has not told of those without one.
   *
   * @throws ConfigException when one has none
   */
  public void requireQuestions(SparkSession spark) {
    if (!hasTable) {
      requireQuestions(questionsOfFiles(spark));
    }
  }

  /** The same of questions that were read. */
  public void requireQuestions(List<BenchmarkQuestion> questions) {
    List<String> unread =
        questions.stream()
            .filter(question -> question.key().isEmpty())
            .map(BenchmarkQuestion::problem)
            .toList();
    if (!unread.isEmpty() && !hasTable) {
      throw new ConfigException(
          "%s must have a question in every row: %,d rows have none, the first is %s"
              .formatted(key, unread.size(), Collections.min(unread)));
    }
  }
}
