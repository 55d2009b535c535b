package io.mathscale.core.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.identity.StableHash;
import java.io.Serializable;

/** A row of a file: a JSON object or the text of one, or else why there is none. */
public final class SourceRow implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Tabs and line ends stand in strings of many hand-made files, and Python writes NaN where a
   * table has no value; every other rule of JSON holds.
   */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String file;
  private final long row;
  private final String text;
  private final ObjectNode object;
  private final RejectionReason fault;
  private final String detail;

  private SourceRow(
      String file, long row, String text, ObjectNode object, RejectionReason fault, String detail) {
    this.file = file;
    this.row = row;
    this.text = text;
    this.object = object;
    this.fault = fault;
    this.detail = detail;
  }

  /**
   * A row of text.
   *
   * @param file the whole path of the file
   * @param row number in the file, see {@link #row}
   * @param text the row; of a row without an object, what stands there instead
   * @param fault why there is no text of an object; null where there may be one
   * @param detail what was expected and what was found; empty where there is no fault
   */
  public SourceRow(String file, long row, String text, RejectionReason fault, String detail) {
    this(file, row, text, null, fault, detail);
  }

  /** A row of a file that has fields rather than text. */
  static SourceRow ofObject(String file, long row, ObjectNode object) {
    return new SourceRow(file, row, null, object, null, "");
  }

  /** The whole path of the file. */
  public String file() {
    return file;
  }

  /**
   * Number in the file, from 1: the line in JSON lines and CSV, the place in an array, in a
   * sequence of objects or in Parquet; 0 for the file itself. Rows that {@link SourceRows#rows}
   * gives may have a larger number that keeps their order.
   */
  public long row() {
    return row;
  }

  /** The row as text: as it stands in the file, or as JSON where the file has fields. */
  public String text() {
    return text == null ? object.toString() : text;
  }

  /** Why there is no object; null where there may be one. */
  public RejectionReason fault() {
    return fault;
  }

  /** What was expected and what was found; empty where there is no fault. */
  public String detail() {
    return detail;
  }

  /**
   * The JSON object of the row.
   *
   * @throws RowException when there is none
   */
  public JsonNode object() throws RowException {
    if (fault != null) {
      throw new RowException(fault, detail);
    }

    if (object != null) {
      return object;
    }

    JsonNode value;
    try {
      value = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new RowException(
          RejectionReason.NOT_JSON, "a row must be JSON: " + e.getOriginalMessage());
    }

    if (!value.isObject()) {
      throw new RowException(
          RejectionReason.WRONG_TYPE, "a row must be an object: " + value.getNodeType());
    }

    return value;
  }

  /** Where the row is, for people. */
  public String origin() {
    return "%s, row %d".formatted(file, row);
  }

  /**
   * What stands of the row in a table of rejected rows.
   *
   * @param stage the command that reads
   * @param cause why the row is rejected
   */
  public Rejected rejected(String stage, RowException cause) {
    String content = text();
    return new Rejected(
        StableHash.contentId(content),
        stage,
        cause.reason(),
        cause.getMessage(),
        origin(),
        content);
  }
}
