package io.mathscale.core.source;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Turns the bytes of a row into text, if they are text: not too long, and UTF-8. */
final class RowText {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String file;
  private final int maxRow;
  private List<String> header = List.of();
  private boolean isCsv;

  RowText(String file, int maxRow) {
    this.file = file;
    this.maxRow = maxRow;
  }

  /** From here on rows are CSV records under a header, which may be null for an empty file. */
  void readHeader(RawRow row) {
    isCsv = true;
    if (row != null && row.length() <= maxRow) {
      header = CsvRecord.fields(withoutMark(new String(row.bytes(), StandardCharsets.UTF_8)));
    }
  }

  /** The row as text, or why it is none. */
  SourceRow of(RawRow row) {
    if (!row.fault().isEmpty()) {
      return fault(row, RejectionReason.NOT_JSON, row.fault());
    }

    if (row.length() > maxRow) {
      String detail = "a row must have at most %d bytes: %d".formatted(maxRow, row.length());
      return fault(row, RejectionReason.TOO_LONG, detail);
    }

    try {
      return ofText(row, withoutMark(decoded(row.bytes())));
    } catch (CharacterCodingException e) {
      return fault(row, RejectionReason.BROKEN_UTF8, "a row must be UTF-8: " + e.getMessage());
    }
  }

  private SourceRow ofText(RawRow row, String text) {
    if (!isCsv) {
      return new SourceRow(file, row.number(), text, null, "");
    }

    List<String> fields = CsvRecord.fields(text);
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

  private static String decoded(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes))
        .toString();
  }

  private static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }
}
