package io.mathscale.core.source;

import io.mathscale.core.source.files.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A row an element of the arrays that a JSON object has in fields such as {@code data}; other
 * fields are passed over. The row number is the place in all of these arrays, from 1.
 */
final class WrapperSplitter implements RowSplitter {
  private final ByteSource source;
  private final int maxRow;
  private long number = 1;
  private int depth;
  private ArraySplitter rows;
  private boolean isOver;

  /** Elements of the arrays of the object that begins at the first bracket. */
  WrapperSplitter(ByteSource source, int maxRow) {
    this.source = source;
    this.maxRow = maxRow;
  }

  @Override
  public RawRow next() throws IOException {
    while (!isOver) {
      RawRow row = rows == null ? null : rows.next();
      if (row != null) {
        number = row.number() + 1;
        return row;
      }

      if (rows != null && rows.isBrokenOff()) {
        isOver = true;
      } else {
        rows = nextArray();
      }
    }

    return null;
  }

  /** Goes to the next array of rows; null where there is none any more. */
  private ArraySplitter nextArray() throws IOException {
    String name = "";
    for (int next = source.next(); next != ByteSource.END; next = source.next()) {
      if (next == '"') {
        name = string();
      } else if (next == '[' && depth == 1 && SourceFile.holdsRows(name)) {
        return ArraySplitter.inside(source, maxRow, number);
      } else if (next == '{' || next == '[') {
        depth++;
        name = "";
      } else if (next == '}' || next == ']') {
        depth--;
      } else if (next == ',') {
        name = "";
      }
    }

    isOver = true;
    return null;
  }

  /** The string that begins here, up to its closing quote. */
  private String string() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int next = source.next(); next != '"' && next != ByteSource.END; next = source.next()) {
      if (next == '\\') {
        source.next();
      } else if (text.size() < maxRow) {
        text.write(next);
      }
    }

    return text.toString(StandardCharsets.UTF_8);
  }

  @Override
  public long number() {
    return rows == null ? number : rows.number();
  }
}
