package io.mathscale.core.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.encoder.RecordEncoders;
import io.mathscale.core.identity.StableHash;
import org.apache.spark.sql.Encoder;

/**
 * A row of a file: the text of a JSON object, or else why it has none.
 *
 * @param file the whole path of the file
 * @param row number in the file, from 1: the line in JSON lines and CSV, the place in an array or
 *     in Parquet; 0 for the file itself
 * @param text the object as JSON; of a row without one, what stands there instead
 * @param fault why there is no text of an object; null where there is one
 * @param detail what was expected and what was found; empty where there is no fault
 */
public record SourceRow(String file, long row, String text, RejectionReason fault, String detail) {
  /** Rows of this type, a column a component. */
  public static final Encoder<SourceRow> ENCODER = RecordEncoders.of(SourceRow.class);

  /**
   * Tabs and line ends stand in strings of many hand-made files; every other rule of JSON holds.
   */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * The JSON object of the row.
   *
   * @throws RowException when there is none
   */
  public JsonNode object() throws RowException {
    if (fault != null) {
      throw new RowException(fault, detail);
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
    return new Rejected(
        StableHash.contentId(text), stage, cause.reason(), cause.getMessage(), origin(), text);
  }
}
