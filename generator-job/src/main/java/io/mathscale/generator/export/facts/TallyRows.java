package io.mathscale.generator.export.facts;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;

/** Counts the rows of a partition. */
final class TallyRows implements FlatMapFunction<Iterator<Row>, RowTally> {
  private static final long serialVersionUID = 1L;

  private final long seed;

  TallyRows(long seed) {
    this.seed = seed;
  }

  @Override
  public Iterator<RowTally> call(Iterator<Row> rows) {
    RowTally tally = new RowTally(seed);
    rows.forEachRemaining(tally::add);
    return List.of(tally).iterator();
  }
}
