package io.mathscale.core.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.Row;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Makes a row of fields of a row of Parquet, whose last two columns are its file and its place
 * there. Fields that are null are left out.
 *
 * @param maxRow bytes that the row may have as JSON
 */
record ParquetRow(int maxRow) implements Function<Row, SourceRow> {
  private static final long serialVersionUID = 1L;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** A character takes at most so many bytes in JSON: {@code \\u0001}. */
  private static final int MAX_BYTES_OF_CHARACTER = 6;

  /** What is no text takes at most so many bytes: quotes, colon, comma and the longest number. */
  private static final int MAX_BYTES_OF_VALUE = 64;

  @Override
  public SourceRow call(Row row) {
    int fields = row.length() - 2;
    ObjectNode object = object(row, fields);
    String file = row.getString(fields);
    long number = row.getLong(fields + 1);
    if (maxBytes(object) <= maxRow) {
      return SourceRow.ofObject(file, number, object);
    }

    String json = object.toString();
    int bytes = json.getBytes(StandardCharsets.UTF_8).length;
    return bytes <= maxRow
        ? SourceRow.ofObject(file, number, object)
        : new SourceRow(
            file,
            number,
            json.substring(0, Math.min(json.length(), Rejected.MAX_CONTENT)),
            RejectionReason.TOO_LONG,
            "a row must have at most %d bytes as JSON: %d".formatted(maxRow, bytes));
  }

  private static ObjectNode object(Row row, int fields) {
    ObjectNode object = NODES.objectNode();
    String[] names = row.schema().fieldNames();
    for (int i = 0; i < fields; i++) {
      if (!row.isNullAt(i)) {
        object.set(names[i], node(row.get(i)));
      }
    }

    return object;
  }

  private static JsonNode node(Object value) {
    if (value == null) {
      return NODES.nullNode();
    }

    if (value instanceof Row struct) {
      return object(struct, struct.length());
    }

    if (value instanceof scala.collection.Map<?, ?> map) {
      return map(map.iterator());
    }

    if (value instanceof scala.collection.Iterable<?> values) {
      ArrayNode array = NODES.arrayNode();
      CollectionConverters.asJava(values).forEach(element -> array.add(node(element)));
      return array;
    }

    return scalar(value);
  }

  private static ObjectNode map(scala.collection.Iterator<?> entries) {
    ObjectNode object = NODES.objectNode();
    while (entries.hasNext()) {
      Tuple2<?, ?> entry = (Tuple2<?, ?>) entries.next();
      object.set(String.valueOf(entry._1()), node(entry._2()));
    }

    return object;
  }

  private static JsonNode scalar(Object value) {
    if (value instanceof Boolean truth) {
      return NODES.booleanNode(truth);
    }

    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return value instanceof Float f && Double.isFinite(number)
          ? NODES.numberNode(f)
          : NODES.numberNode(number);
    }

    if (value instanceof BigDecimal decimal) {
      return NODES.numberNode(decimal);
    }

    if (value instanceof Number whole) {
      return NODES.numberNode(whole.longValue());
    }

    // Dates, times and bytes: no field that is read here is one.
    return value instanceof byte[] bytes
        ? NODES.binaryNode(bytes)
        : NODES.textNode(String.valueOf(value));
  }

  /** No fewer bytes than a value has as JSON. */
  private static long maxBytes(JsonNode value) {
    long bytes = MAX_BYTES_OF_VALUE;
    if (value.isTextual() || value.isBinary() || value.isBigDecimal()) {
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
}
