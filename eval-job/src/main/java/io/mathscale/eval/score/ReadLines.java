package io.mathscale.eval.score;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * Reads the outputs on lines of files, which come as file, start of the part of the file that is
 * read at once, and line. Blank lines are none, but count.
 */
final class ReadLines implements MapPartitionsFunction<Row, OutputRow> {
  private static final long serialVersionUID = 1L;

  @Override
  public Iterator<OutputRow> call(Iterator<Row> lines) {
    Numbering numbering = new Numbering();
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(lines, 0), false)
        .flatMap(line -> numbering.read(line).stream())
        .iterator();
  }

  /** Counts the lines of a part. A task may read several parts, one after the other. */
  private static final class Numbering {
    private String file = "";
    private long part;
    private long row;

    private List<OutputRow> read(Row line) {
      boolean isSamePart = line.getString(0).equals(file) && line.getLong(1) == part;
      row = isSamePart ? row + 1 : 1;
      file = line.getString(0);
      part = line.getLong(1);
      byte[] bytes = line.getAs(2);
      return isBlank(bytes)
          ? Collections.emptyList()
          : List.of(OutputReader.read(bytes).at(file, part, row));
    }

    private static boolean isBlank(byte[] line) {
      for (byte b : line) {
        if (b != ' ' && b != '\t' && b != '\r') {
          return false;
        }
      }

      return true;
    }
  }
}
