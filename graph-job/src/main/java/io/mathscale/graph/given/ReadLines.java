package io.mathscale.graph.given;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * Reads concepts on lines of files, which come as file, start of the part of the file that is read
 * at once, and line. Blank lines are none, but count.
 *
 * @param stage the command that reads
 */
record ReadLines(String stage) implements MapPartitionsFunction<Row, GivenRow> {
  @Override
  public Iterator<GivenRow> call(Iterator<Row> lines) {
    Numbering numbering = new Numbering(stage);
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(lines, 0), false)
        .flatMap(numbering::read)
        .iterator();
  }

  /** Counts the lines of a part. A task may read several parts, one after the other. */
  private static final class Numbering {
    private final String stage;
    private String file = "";
    private long part;
    private long row;

    Numbering(String stage) {
      this.stage = stage;
    }

    Stream<GivenRow> read(Row line) {
      boolean isSamePart = line.getString(0).equals(file) && line.getLong(1) == part;
      row = isSamePart ? row + 1 : 1;
      file = line.getString(0);
      part = line.getLong(1);
      byte[] bytes = line.getAs(2);
      return new String(bytes, StandardCharsets.ISO_8859_1).isBlank()
          ? Stream.empty()
          : Stream.of(new RowReader(stage, file, part, row).read(bytes));
    }
  }
}
