package io.mathscale.core.workspace;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RowOrRejection;
import io.mathscale.core.spark.Cached;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;

/**
 * Good rows and rejected rows of one dataset, computed once and kept until closed.
 *
 * @param <T> type of the good rows
 */
public final class SplitRows<T> implements AutoCloseable {
  private final Cached<RowOrRejection<T>> rows;
  private final Encoder<T> encoder;

  private SplitRows(Cached<RowOrRejection<T>> rows, Encoder<T> encoder) {
    this.rows = rows;
    this.encoder = encoder;
  }

  /**
   * Splits rows, which are computed when they are first looked at and kept in memory, or on disk
   * where they do not fit.
   *
   * @param rows values and rejections
   * @param encoder encoder of the values
   */
  public static <T> SplitRows<T> of(Dataset<RowOrRejection<T>> rows, Encoder<T> encoder) {
    return new SplitRows<>(Cached.of(rows), encoder);
  }

  /**
   * Splits rows that are kept elsewhere, or are cheap to compute again.
   *
   * @param rows values and rejections
   * @param encoder encoder of the values
   */
  public static <T> SplitRows<T> ofKept(Dataset<RowOrRejection<T>> rows, Encoder<T> encoder) {
    return new SplitRows<>(new Cached<>(rows), encoder);
  }

  /**
   * Splits rows and writes both tables, as {@link #write} does.
   *
   * @param rows values and rejections
   * @param table the table of the values
   * @param command the command that writes, under whose name the rejected rows stand
   * @param metadata what the command knows of the tables
   * @return what was written
   */
  public static <T> Written write(
      Workspace workspace,
      Dataset<RowOrRejection<T>> rows,
      Table<T> table,
      String command,
      WriteMetadata metadata) {
    try (SplitRows<T> split = of(rows, table.encoder())) {
      return split.write(workspace, table, command, metadata);
    }
  }

  /** The good rows. */
  public Dataset<T> good() {
    return rows.rows()
        .where(col(RowOrRejection.VALUE).isNotNull())
        .select(RowOrRejection.VALUE + ".*")
        .as(encoder);
  }

  /** The rejected rows. */
  public Dataset<Rejected> rejected() {
    return rows.rows()
        .where(col(RowOrRejection.REJECTED).isNotNull())
        .select(RowOrRejection.REJECTED + ".*")
        .as(Rejected.ENCODER);
  }

  /**
   * Writes and publishes both tables together, so that a good table that stands has its rejections
   * beside it.
   *
   * @param table the table of the values
   * @param command the command that writes
   * @param metadata what the command knows of the tables
   * @return what was written
   */
  public Written write(
      Workspace workspace, Table<T> table, String command, WriteMetadata metadata) {
    return write(workspace.begin(), table, command, metadata);
  }

  /**
   * Writes both tables and publishes them with what else the transaction wrote.
   *
   * @param table the table of the values
   * @param command the command that writes
   * @param metadata what the command knows of the tables
   * @return what was written
   */
  public Written write(
      TableTransaction transaction, Table<T> table, String command, WriteMetadata metadata) {
    Manifest rejectedTable = transaction.write(Tables.rejectedBy(command), rejected(), metadata);
    Manifest goodTable = transaction.write(table, good(), metadata);
    transaction.publish();
    return new Written(goodTable, rejectedTable, Counts.of(goodTable, rejectedTable, metadata));
  }

  /** Counts the good rows, and the rejected ones by reason. */
  public Counts counts() {
    long good = 0;
    SortedMap<String, Long> rejected = new TreeMap<>();
    Column reason = col(RowOrRejection.REJECTED + ".reason");
    for (Row count : rows.rows().groupBy(reason).count().collectAsList()) {
      if (count.isNullAt(0)) {
        good = count.getLong(1);
      } else {
        rejected.put(count.getString(0), count.getLong(1));
      }
    }

    return new Counts(good, rejected);
  }

  /** Releases the kept rows; they are computed anew if they are looked at again. */
  @Override
  public void close() {
    rows.close();
  }

  /**
   * What was written.
   *
   * @param good manifest of the table of good rows
   * @param rejected manifest of the table of rejected rows
   * @param counts number of rows
   */
  public record Written(Manifest good, Manifest rejected, Counts counts) {}

  /**
   * Number of rows.
   *
   * @param good good rows
   * @param rejectedByReason rejected rows by the name of their {@link
   *     io.mathscale.core.data.RejectionReason}
   */
  public record Counts(long good, SortedMap<String, Long> rejectedByReason) {
    /**
     * The rows of two tables that were written.
     *
     * @param metadata what the command knew of the tables
     */
    public static Counts of(Manifest good, Manifest rejected, WriteMetadata metadata) {
      SortedMap<String, Long> reasons = new TreeMap<>(rejected.counts());
      reasons.keySet().removeAll(metadata.counts().keySet());
      return new Counts(good.rows(), reasons);
    }

    /** All rejected rows. */
    public long rejected() {
      return rejectedByReason.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The rejected rows for people, as {@code DUPLICATE 34, NOT_JSON 2}, or {@code none}. */
    public String reasons() {
      return rejectedByReason.isEmpty()
          ? "none"
          : rejectedByReason.entrySet().stream()
              .map(count -> String.format(Locale.ROOT, "%s %,d", count.getKey(), count.getValue()))
              .collect(Collectors.joining(", "));
    }
  }
}
