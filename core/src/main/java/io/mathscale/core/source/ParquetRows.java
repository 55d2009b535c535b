package io.mathscale.core.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.parquet.RowNodes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;

/**
 * The rows of a Parquet file whose row groups begin in a slice; the row number is the place in the
 * file, from 1. Each file is read by the types of its own columns.
 */
final class ParquetRows implements RowReader {
  /** A character takes at most so many bytes in JSON: {@code \\u0001}. */
  private static final int MAX_BYTES_OF_CHARACTER = 6;

  /** What is no text takes at most so many bytes: quotes, colon, comma and the longest number. */
  private static final int MAX_BYTES_OF_VALUE = 64;

  private final FileSlice slice;
  private final int maxRow;
  private final ParquetReader<Group> reader;
  private long number;

  /**
   * A reader.
   *
   * @param maxRow bytes that a row may have as JSON
   */
  ParquetRows(FileSlice slice, Configuration hadoop, int maxRow) throws IOException {
    this.slice = slice;
    this.maxRow = maxRow;
    this.reader =
        new Groups(new ParquetInput(slice.path(), slice.file().length(), hadoop))
            .withConf(hadoop)
            .withFileRange(slice.start(), slice.end())
            .build();
  }

  @Override
  public SourceRow next() throws IOException {
    Group group = reader.read();
    if (group == null) {
      return null;
    }

    number = reader.getCurrentRowIndex() + 1;
    ObjectNode object = RowNodes.of(group);
    if (maxBytes(object) <= maxRow) {
      return SourceRow.ofObject(slice.path(), number, object);
    }

    String json = object.toString();
    int bytes = json.getBytes(StandardCharsets.UTF_8).length;
    return bytes <= maxRow
        ? SourceRow.ofObject(slice.path(), number, object)
        : new SourceRow(
            slice.path(),
            number,
            json.substring(0, Math.min(json.length(), Rejected.MAX_CONTENT)),
            RejectionReason.TOO_LONG,
            "a row must have at most %d bytes as JSON: %d".formatted(maxRow, bytes));
  }

  /** No fewer bytes than a value has as JSON. */
  private static long maxBytes(JsonNode value) {
    long bytes = MAX_BYTES_OF_VALUE;
    if (value.isTextual() || value.isBigDecimal()) {
      bytes += (long) MAX_BYTES_OF_CHARACTER * value.asText().length();
    }

    for (Iterator<String> names = value.fieldNames(); names.hasNext(); ) {
      bytes += (long) MAX_BYTES_OF_CHARACTER * names.next().length();
    }

    for (JsonNode element : value) {
      bytes += maxBytes(element);
    }

    return bytes;
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** Builds a reader of rows whose columns are those of the file. */
  private static final class Groups extends ParquetReader.Builder<Group> {
    Groups(InputFile file) {
      super(file);
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
