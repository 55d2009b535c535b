package io.mathscale.core.source;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Turns the bytes of a row into text, if they are text: not too long, and UTF-8. */
final class RowText {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** ISO 8859-1: what is below is no character that is written. */
  private static final int FIRST_LATIN_1 = 0xa0;

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);

  private final String file;
  private final int maxRow;
  private List<String> header = List.of();
  private char delimiter;
  private boolean isTable;

  RowText(String file, int maxRow) {
    this.file = file;
    this.maxRow = maxRow;
  }

  /**
   * From here on rows are records under a header, which may be null for an empty file.
   *
   * @throws IOException when the header is none, without which no record can be read
   */
  void readHeader(RawRow row, char between) throws IOException {
    isTable = true;
    delimiter = between;
    if (row == null) {
      return;
    }

    String text = withoutMark(new String(row.bytes(), StandardCharsets.UTF_8));
    header = CsvRecord.fields(text, delimiter);
    if (row.length() > maxRow || header.isEmpty()) {
      throw new IOException(
          "the header must close its quotes and have at most %d bytes: it has %d"
              .formatted(maxRow, row.length()));
    }
  }

  /** The row as text, or why it is none. */
  SourceRow of(RawRow row) {
    if (!row.fault().isEmpty()) {
      return fault(row, row.reason(), row.fault());
    }

    if (row.length() > maxRow) {
      String detail = "a row must have at most %d bytes: %d".formatted(maxRow, row.length());
      return fault(row, RejectionReason.TOO_LONG, detail);
    }

    ByteBuffer bytes = ByteBuffer.wrap(row.bytes());
    CharBuffer text = CharBuffer.allocate(row.bytes().length);
    CoderResult result = decoder.reset().decode(bytes, text, true);
    if (result.isError()) {
      return fault(row, RejectionReason.BROKEN_UTF8, notUtf8(row.bytes(), bytes.position()));
    }

    return ofText(row, withoutMark(text.flip().toString()));
  }

  private static String notUtf8(byte[] bytes, int place) {
    int value = bytes[place] & 0xff;
    String latin =
        value < FIRST_LATIN_1 ? "" : " (%c in Latin-1: save the file as UTF-8)".formatted(value);
    return String.format(
        Locale.ROOT, "a row must be UTF-8: its byte %,d is 0x%02X%s", place + 1, value, latin);
  }

  private SourceRow ofText(RawRow row, String text) {
    if (!isTable) {
      return new SourceRow(file, row.number(), text, null, "");
    }

    List<String> fields = CsvRecord.fields(text, delimiter);
    if (fields.size() != header.size()) {
      String detail =
          "a record must close its quotes and have as many fields as the header, %d: %d"
              .formatted(header.size(), fields.size());
      return fault(row, RejectionReason.NOT_JSON, detail);
    }

    return SourceRow.ofObject(file, row.number(), object(fields));
  }

  private ObjectNode object(List<String> fields) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < fields.size(); i++) {
      object.put(header.get(i).strip(), fields.get(i));
    }

    return object;
  }

  private SourceRow fault(RawRow row, RejectionReason reason, String detail) {
    String text = new String(row.bytes(), StandardCharsets.UTF_8);
    String beginning = text.substring(0, Math.min(text.length(), Rejected.MAX_CONTENT));
    return new SourceRow(file, row.number(), beginning, reason, detail);
  }

  private static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }
}
