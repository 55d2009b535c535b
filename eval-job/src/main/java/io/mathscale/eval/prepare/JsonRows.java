package io.mathscale.eval.prepare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mathscale.core.data.RejectionReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a file into JSON objects. Most benchmark files hold one a line; some hold one array, or
 * objects over several lines one after the other (Math23k), or one object with all of them in its
 * {@code example} (GAOKAO-Bench).
 */
final class JsonRows {
  private static final ObjectMapper LINE =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final ObjectMapper SEQUENCE = new ObjectMapper();
  private static final String NESTED = "example";

  private JsonRows() {}

  /** The rows of a file, in its order. Blank lines are no rows, but count. */
  static List<FileRow> in(byte[] file) {
    String beginning = firstLine(file);
    boolean isOnePerLine = !beginning.startsWith("[") && !beginning.equals("{");
    return isOnePerLine ? lines(file) : sequence(file);
  }

  private static List<FileRow> lines(byte[] file) {
    List<FileRow> rows = new ArrayList<>();
    int index = 0;
    int start = 0;
    while (start < file.length) {
      int end = lineEnd(file, start);
      String text = new String(file, start, end - start, StandardCharsets.UTF_8);
      if (!text.isBlank()) {
        rows.add(isUtf8(file, start, end) ? line(index, text) : broken(index, text));
      }

      index++;
      start = end + 1;
    }

    return rows;
  }

  private static FileRow line(int index, String text) {
    try {
      return object(index, LINE.readTree(text));
    } catch (JsonProcessingException e) {
      return new FileRow.Broken(
          index, RejectionReason.NOT_JSON, "a row must be JSON: " + e.getOriginalMessage(), text);
    }
  }

  private static FileRow broken(int index, String text) {
    return new FileRow.Broken(index, RejectionReason.BROKEN_UTF8, "a row must be UTF-8", text);
  }

  private static FileRow object(int index, JsonNode json) {
    return json.isObject()
        ? new FileRow.Parsed(index, json)
        : new FileRow.Broken(
            index, RejectionReason.NOT_JSON, "a row must be a JSON object", json.toString());
  }

  private static List<FileRow> sequence(byte[] file) {
    List<FileRow> rows = new ArrayList<>();
    try (MappingIterator<JsonNode> values = SEQUENCE.readerFor(JsonNode.class).readValues(file)) {
      while (values.hasNextValue()) {
        JsonNode value = values.nextValue();
        if (value.path(NESTED).isArray()) {
          value.get(NESTED).forEach(nested -> rows.add(object(rows.size(), nested)));
        } else {
          rows.add(object(rows.size(), value));
        }
      }
    } catch (IOException e) {
      rows.add(
          new FileRow.Broken(
              rows.size(),
              RejectionReason.NOT_JSON,
              "a row must be JSON; nothing after this one can be read: " + e.getMessage(),
              ""));
    }

    return rows;
  }

  private static String firstLine(byte[] file) {
    int start = 0;
    while (start < file.length && Character.isWhitespace(file[start])) {
      start++;
    }

    int end = lineEnd(file, start);
    return new String(file, start, end - start, StandardCharsets.UTF_8).strip();
  }

  private static int lineEnd(byte[] file, int start) {
    int end = start;
    while (end < file.length && file[end] != '\n') {
      end++;
    }

    return end;
  }

  private static boolean isUtf8(byte[] file, int start, int end) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file, start, end - start));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
