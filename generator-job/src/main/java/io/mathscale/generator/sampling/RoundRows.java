package io.mathscale.generator.sampling;

import io.mathscale.core.workspace.Scratch;
import io.mathscale.core.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.SparkSession;

/**
 * What rounds of calls have brought so far, written aside in the workspace until the command ends.
 * Rows kept in memory would not do: Spark reads their sources again once the next round has
 * replaced the tables of calls.
 *
 * @param <T> row type
 */
public final class RoundRows<T> implements AutoCloseable {
  private final Workspace workspace;
  private final Path place;
  private final SparkSession spark;
  private final Encoder<T> encoder;
  private final List<String> rounds = new ArrayList<>();
  private Optional<Scratch> folder = Optional.empty();

  /**
   * No rows yet, and nothing that is written: who only looks at the first round may do so while
   * another asks.
   *
   * @param family of the calls that bring the rows
   */
  public RoundRows(Workspace workspace, String family, SparkSession spark, Encoder<T> encoder) {
    this.workspace = workspace;
    this.place = workspace.path("calls/" + family);
    this.spark = spark;
    this.encoder = encoder;
  }

  /** Keeps the rows of a round; with the first, what an ended run left is removed. */
  public void add(Dataset<T> rows) {
    if (folder.isEmpty()) {
      folder = Optional.of(Scratch.in(workspace, place, "_rounds"));
    }

    String round = folder.get().path("round-" + rounds.size()).toString();
    rows.write().parquet(round);
    rounds.add(round);
  }

  /** How many rounds there were. */
  public int count() {
    return rounds.size();
  }

  /** The rows of all rounds. */
  public Dataset<T> rows() {
    return rowsFrom(0);
  }

  /**
   * The rows of the latest rounds.
   *
   * @param first the first of these rounds, from 0
   */
  public Dataset<T> rowsFrom(int first) {
    List<String> latest = rounds.subList(first, rounds.size());
    return latest.isEmpty()
        ? spark.emptyDataset(encoder)
        : spark.read().schema(encoder.schema()).parquet(latest.toArray(String[]::new)).as(encoder);
  }

  /** Removes the rows. */
  @Override
  public void close() {
    folder.ifPresent(Scratch::close);
  }
}
