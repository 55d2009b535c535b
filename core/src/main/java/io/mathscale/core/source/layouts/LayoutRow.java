package io.mathscale.core.source.layouts;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.source.RowException;
import io.mathscale.core.source.SourceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The fields of a row, as layouts look at them. A field that the user named goes before those that
 * the layout knows.
 *
 * @param file the whole path of the file
 * @param row number in the file, from 1, see {@link SourceRow}
 * @param fields the row as a JSON object
 * @param named fields that the user named
 */
public record LayoutRow(String file, long row, JsonNode fields, NamedFields named) {
  /** Endings of files that are no part of a data set's name. */
  private static final String ENDINGS = "(\\.ape)?(\\.jsonl?)?(\\.gz)?$";

  /** No more field names than this are listed. */
  private static final int MAX_NAMES = 20;

  /**
   * The fields of a row.
   *
   * @throws RowException when the row is no JSON object
   */
  public static LayoutRow of(SourceRow row, NamedFields named) throws RowException {
    return new LayoutRow(row.file(), row.row(), row.object(), named);
  }

  /** Whether the row has all of these fields. */
  boolean has(String... names) {
    for (String name : names) {
      if (!fields.has(name)) {
        return false;
      }
    }

    return true;
  }

  /** The name of the file without folder and endings. */
  String stem() {
    return file.substring(file.lastIndexOf('/') + 1).replaceFirst(ENDINGS, "");
  }

  /** Place of the row in the file, from 0. */
  long index() {
    return row - 1;
  }

  /**
   * The question, as text that is not blank.
   *
   * @param usual the field that holds it, unless the user named another
   */
  String question(String usual) throws RowException {
    String question = text(named.question(), usual);
    if (question.isBlank()) {
      throw noQuestion(named.question().isEmpty() ? usual : named.question());
    }

    return question;
  }

  /** The answer, as text or as a number is written; empty where there is none. */
  String answer(String usual) throws RowException {
    return scalar(named.answer(), usual);
  }

  /** The worked solution; empty where there is none. */
  String solution(String usual) throws RowException {
    return text(named.solution(), usual);
  }

  /** The data set that the row names; empty where it names none. */
  String dataset() throws RowException {
    return text(named.dataset(), "data_topic", "dataset");
  }

  /** The id that the row gives; empty where it gives none. */
  String givenId(String... usual) throws RowException {
    return scalar(named.id(), usual);
  }

  /** The text of a field; empty where there is none. */
  String text(String field) throws RowException {
    return text("", field);
  }

  /** The field, which may be missing. */
  JsonNode field(String name) {
    return fields.path(name);
  }

  /** The names of the fields, for messages. */
  public String fieldNames() {
    List<String> names = new ArrayList<>();
    fields.fieldNames().forEachRemaining(names::add);
    return String.join(", ", names.subList(0, Math.min(names.size(), MAX_NAMES)));
  }

  private String text(String name, String... usual) throws RowException {
    JsonNode value = value(name, usual);
    if (!value.isMissingNode() && !value.isTextual()) {
      throw notText(name.isEmpty() ? usual[0] : name, value);
    }

    return value.asText("");
  }

  /** Text, or a number as it is written: answers and ids often are numbers. */
  private String scalar(String name, String... usual) throws RowException {
    JsonNode value = value(name, usual);
    return value.isNumber() ? value.asText() : text(name, usual);
  }

  private JsonNode value(String name, String... usual) {
    String[] names = name.isEmpty() ? usual : new String[] {name};
    for (String known : names) {
      if (fields.hasNonNull(known)) {
        return fields.get(known);
      }
    }

    return fields.path("");
  }

  private RowException noQuestion(String field) {
    String was = fields.hasNonNull(field) ? "it is blank" : "the row has " + fieldNames();
    return new RowException(
        RejectionReason.NO_QUESTION, "a row must have a question in " + field + ": " + was);
  }

  private static RowException notText(String field, JsonNode value) {
    String type = value.getNodeType().name().toLowerCase(Locale.ROOT);
    return new RowException(
        RejectionReason.WRONG_TYPE, field + " must be text: it is of type " + type);
  }
}
