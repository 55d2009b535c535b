package io.mathscale.core.workspace;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a table is and how it came to be; stands beside its Parquet files as {@code _manifest.json}.
 * The files it lists are the table: it is written last, in one step.
 *
 * @param table name of the table
 * @param schemaVersion version of its columns
 * @param rows number of rows
 * @param files names of its Parquet files
 * @param inputs the tables it was made from
 * @param configuration every setting of the run, secrets masked
 * @param toolVersion version of this tool
 * @param sparkVersion version of Spark
 * @param started when the command began, ISO 8601
 * @param ended when the table was whole, ISO 8601
 * @param calls the model calls it took, in all runs
 * @param counts what the command counted on the way, by name; empty where it counted nothing
 * @param id identity of what was written: another whenever the table is written; empty in manifests
 *     of older versions
 * @param producer the command that writes the table; empty in manifests of older versions
 */
public record Manifest(
    String table,
    int schemaVersion,
    long rows,
    List<String> files,
    List<Input> inputs,
    SortedMap<String, Object> configuration,
    String toolVersion,
    String sparkVersion,
    String started,
    String ended,
    Calls calls,
    SortedMap<String, Long> counts,
    String id,
    String producer) {
  /** Name of the file. */
  public static final String FILE = "_manifest.json";

  public Manifest {
    // Manifests of older versions have no counts, no identity and no producer.
    counts = counts == null ? new TreeMap<>() : new TreeMap<>(counts);
    id = Objects.requireNonNullElse(id, "");
    producer = Objects.requireNonNullElse(producer, "");
  }

  /**
   * A table that another was made from.
   *
   * @param table its name
   * @param rows its rows
   * @param ended when it was written, ISO 8601
   * @param id identity of what was read; empty where that is not known
   */
  public record Input(String table, long rows, String ended, String id) {
    public Input {
      id = Objects.requireNonNullElse(id, "");
    }
  }

  /**
   * Model calls, over all runs of the stage.
   *
   * @param completed calls that gave an answer
   * @param failed calls that gave none
   * @param inputTokens tokens sent
   * @param cachedInputTokens those of them that were cached
   * @param outputTokens tokens received
   * @param cost US dollars
   * @param failuresByCause failed calls by cause
   * @param doubtfulCost US dollars that may have been charged beyond the cost
   */
  public record Calls(
      long completed,
      long failed,
      long inputTokens,
      long cachedInputTokens,
      long outputTokens,
      BigDecimal cost,
      SortedMap<String, Long> failuresByCause,
      BigDecimal doubtfulCost) {
    /** No model was asked. */
    public static final Calls NONE =
        new Calls(0, 0, 0, 0, 0, BigDecimal.ZERO, new TreeMap<>(), BigDecimal.ZERO);

    public Calls {
      // Manifests of older versions know no doubt.
      doubtfulCost = doubtfulCost == null ? BigDecimal.ZERO : doubtfulCost;
    }

    /** These calls and others, as those of another model. */
    public Calls plus(Calls other) {
      SortedMap<String, Long> causes = new TreeMap<>(failuresByCause);
      other.failuresByCause.forEach((cause, count) -> causes.merge(cause, count, Long::sum));
      return new Calls(
          completed + other.completed,
          failed + other.failed,
          inputTokens + other.inputTokens,
          cachedInputTokens + other.cachedInputTokens,
          outputTokens + other.outputTokens,
          cost.add(other.cost),
          causes,
          doubtfulCost.add(other.doubtfulCost));
    }
  }
}
