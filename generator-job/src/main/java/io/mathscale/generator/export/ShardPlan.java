package io.mathscale.generator.export;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * How the rows of all splits lie in files of about one size: buckets of rows, in their order, fill
 * one file after the other.
 */
public final class ShardPlan {
  private static final int UNUSED = -1;

  private final int[] filesByPlace;
  private final long[] rows = new long[DataSplit.values().length];
  private final int files;
  private final long gradable;

  private ShardPlan(long[][] bytes, long shardBytes, List<Row> sizes) {
    this.filesByPlace = new int[DataSplit.values().length * ExportRows.BUCKETS];
    Arrays.fill(filesByPlace, UNUSED);
    int file = UNUSED;
    for (int split = 0; split < bytes.length; split++) {
      long filled = Long.MAX_VALUE;
      for (int bucket = 0; bucket < ExportRows.BUCKETS; bucket++) {
        long size = bytes[split][bucket];
        if (size > 0) {
          if (filled > shardBytes - size) {
            file++;
            filled = 0;
          }

          filled += size;
          filesByPlace[split * ExportRows.BUCKETS + bucket] = file;
        }
      }
    }

    this.files = file + 1;
    long withAnswer = 0;
    for (Row size : sizes) {
      rows[size.getInt(0)] += size.getLong(3);
      withAnswer += size.getLong(4);
    }

    this.gradable = withAnswer;
  }

  /**
   * A plan for rows.
   *
   * @param sizes what {@link ExportRows#sizes} tells
   * @param shardBytes a file is closed before it grows beyond this
   */
  public static ShardPlan of(List<Row> sizes, long shardBytes) {
    long[][] bytes = new long[DataSplit.values().length][ExportRows.BUCKETS];
    for (Row size : sizes) {
      bytes[size.getInt(0)][size.getInt(1)] = size.getLong(2);
    }

    return new ShardPlan(bytes, shardBytes, sizes);
  }

  /** Split, bucket and file of each bucket that has rows. */
  List<Row> places() {
    return IntStream.range(0, filesByPlace.length)
        .filter(place -> filesByPlace[place] != UNUSED)
        .mapToObj(
            place ->
                RowFactory.create(
                    place / ExportRows.BUCKETS, place % ExportRows.BUCKETS, filesByPlace[place]))
        .toList();
  }

  /** The split of each file, as its number. */
  int[] splitsByFile() {
    int[] splits = new int[files];
    for (int place = 0; place < filesByPlace.length; place++) {
      if (filesByPlace[place] != UNUSED) {
        splits[filesByPlace[place]] = place / ExportRows.BUCKETS;
      }
    }

    return splits;
  }

  /** Number of files, over all splits. */
  public int files() {
    return files;
  }

  /** Rows of a split. */
  public long rows(DataSplit split) {
    return rows[split.number()];
  }

  /** Rows of all splits. */
  public long rows() {
    return Arrays.stream(rows).sum();
  }

  /** Rows that have an answer. */
  public long gradable() {
    return gradable;
  }
}
