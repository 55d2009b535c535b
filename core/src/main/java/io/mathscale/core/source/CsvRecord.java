package io.mathscale.core.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the fields of one CSV record (RFC 4180): a delimiter between, quotes around, two for one.
 */
final class CsvRecord {
  private CsvRecord() {}

  /** The fields of a record, without the line end; none when a quote is not closed. */
  static List<String> fields(String record, char delimiter) {
    String text = record.endsWith("\r") ? record.substring(0, record.length() - 1) : record;
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean isQuoted = false;
    boolean mayOpen = true;
    for (int at = 0; at < text.length(); at++) {
      char next = text.charAt(at);
      if (isQuoted && next == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
        field.append('"');
        at++;
      } else if (next == '"' && (isQuoted || mayOpen)) {
        isQuoted = !isQuoted;
        mayOpen = false;
      } else if (next == delimiter && !isQuoted) {
        fields.add(field.toString());
        field.setLength(0);
        mayOpen = true;
      } else {
        field.append(next);
        mayOpen = false;
      }
    }

    fields.add(field.toString());
    return isQuoted ? List.of() : fields;
  }
}
