package io.mathscale.core.source.layouts;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.source.RowException;
import io.mathscale.core.source.SourceRow;
import io.mathscale.core.source.fields.FieldPaths;
import io.mathscale.core.source.fields.FieldText;
import io.mathscale.core.source.fields.WorkedText;
import io.mathscale.core.source.files.FileEndings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The fields of a row, as layouts look at them, whatever the case of their names. A field that the
 * user named goes before those that the layout knows. Keeps which fields were read.
 */
public final class LayoutRow {
  /** Ape210k has it before the ending of the format. */
  private static final String OF_APE = ".ape";

  /** What is rather a value than the name of a field: a number, a question, a long text. */
  private static final Pattern DATA = Pattern.compile("(?s)[-+\\d.,]+|.*[?？].*|.{60,}");

  /** No more field names than this are listed. */
  private static final int MAX_NAMES = 20;

  private final String file;
  private final long row;
  private final JsonNode fields;
  private final NamedFields named;
  private final Map<String, JsonNode> byLowerName = new HashMap<>();
  private final Map<String, String> used = new LinkedHashMap<>();

  private LayoutRow(String file, long row, JsonNode fields, NamedFields named) {
    this.file = file;
    this.row = row;
    this.fields = fields;
    this.named = named;
    for (Iterator<Map.Entry<String, JsonNode>> all = fields.fields(); all.hasNext(); ) {
      Map.Entry<String, JsonNode> field = all.next();
      String lower = field.getKey().toLowerCase(Locale.ROOT);
      if (lower.equals(field.getKey())) {
        byLowerName.put(lower, field.getValue());
      } else {
        byLowerName.putIfAbsent(lower, field.getValue());
      }
    }
  }

  /**
   * The fields of a row.
   *
   * @param named fields that the user named
   * @throws RowException when the row is no JSON object
   */
  public static LayoutRow of(SourceRow row, NamedFields named) throws RowException {
    return new LayoutRow(row.file(), row.row(), row.object(), named);
  }

  /** The whole path of the file. */
  public String file() {
    return file;
  }

  /** Number in the file, from 1, see {@link SourceRow}. */
  public long row() {
    return row;
  }

  /** The row as a JSON object. */
  public JsonNode fields() {
    return fields;
  }

  /** Fields that the user named. */
  public NamedFields named() {
    return named;
  }

  /**
   * The paths of the fields that were read so far, by what they were read as: {@code question},
   * {@code answer}, {@code solution}, {@code dataset}, {@code source}, {@code license}, {@code id}.
   */
  public Map<String, String> used() {
    return Map.copyOf(used);
  }

  /** The names of the fields, for messages. */
  public String fieldNames() {
    List<String> names = new ArrayList<>();
    fields.fieldNames().forEachRemaining(names::add);
    return String.join(", ", names.subList(0, Math.min(names.size(), MAX_NAMES)));
  }

  /** Whether the row has all of these fields, be they null. */
  boolean has(String... names) {
    for (String name : names) {
      if (field(name).isMissingNode()) {
        return false;
      }
    }

    return true;
  }

  /** Whether the row has these fields and no others. */
  boolean hasOnly(String... names) {
    return byLowerName.size() == names.length && has(names);
  }

  /** Whether the path of the file has a word, with or without digits behind it. */
  boolean isFrom(String word) {
    String path = file.toLowerCase(Locale.ROOT);
    for (int at = path.indexOf(word); at >= 0; at = path.indexOf(word, at + 1)) {
      int end = at + word.length();
      boolean begins = at == 0 || !Character.isLetter(path.charAt(at - 1));
      if (begins && (end == path.length() || !Character.isLetter(path.charAt(end)))) {
        return true;
      }
    }

    return false;
  }

  /**
   * Checks that the name of the file tells no subject but mathematics.
   *
   * @param others parts of the names of the publisher's other files, in small letters
   * @throws RowException when it does
   */
  void requireNoOtherSubject(List<String> others) throws RowException {
    String stem = stem().toLowerCase(Locale.ROOT);
    for (String other : others) {
      if (stem.contains(other)) {
        throw new RowException(
            RejectionReason.NO_QUESTION, "a file must be about mathematics: " + stem());
      }
    }
  }

  /** The name of the file without folder and endings. */
  String stem() {
    String stem = FileEndings.without(file.substring(file.lastIndexOf('/') + 1));
    return stem.endsWith(OF_APE) ? stem.substring(0, stem.length() - OF_APE.length()) : stem;
  }

  /** Place of the row in the file, from 0. */
  long index() {
    return row - 1;
  }

  /** The field at a path, which may be missing. */
  JsonNode field(String path) {
    JsonNode exact = fields.get(path);
    JsonNode top = exact != null ? exact : byLowerName.get(path.toLowerCase(Locale.ROOT));
    return top != null ? top : path.indexOf('.') < 0 ? fields.path("") : nested(path);
  }

  private JsonNode nested(String path) {
    return FieldPaths.find(fields, path);
  }

  /**
   * The question, as text that is not blank.
   *
   * @param usual the paths that may hold it, unless the user named another
   */
  String question(String... usual) throws RowException {
    String question = text("question", named.question(), usual);
    if (question.isBlank()) {
      throw noQuestion(named.question().isEmpty() ? usual[0] : named.question());
    }

    return question;
  }

  /**
   * The question in whatever field known layouts have it, for a row that its own layout refuses.
   *
   * @throws RowException when there is none
   */
  public String anyQuestion() throws RowException {
    return question("question", "problem", "query", "original_text", "sQuestion", "instruction");
  }

  /** The question below what stands in another field, if anything does. */
  String questionBelow(String context, String... usual) throws RowException {
    String above = text(context).strip();
    String question = question(usual);
    if (above.isEmpty()) {
      return question;
    }

    used.computeIfPresent("question", (what, path) -> context + "+" + path);
    return above + "\n" + question.strip();
  }

  /** The answer, as text or as a number is written; empty where there is none. */
  String answer(String... usual) throws RowException {
    String path = path(named.answer(), usual);
    JsonNode value = field(path);
    String answer = FieldText.ofAnswer(value).orElseThrow(() -> notText(path, value));
    return using("answer", path, answer);
  }

  /** The worked solution; empty where there is none. */
  String solution(String... usual) throws RowException {
    return WorkedText.withoutThinking(text("solution", named.solution(), usual));
  }

  /** The data set that the row names; empty where it names none. */
  String dataset() throws RowException {
    return label("dataset", named.dataset(), "data_topic", "dataset");
  }

  /** Where the row says that it is from; empty where it does not say so. */
  String source() throws RowException {
    return label("source", named.source(), "source", "data_source", "problem_source");
  }

  /** The licence that the row names; empty where it names none. */
  String license() throws RowException {
    return label("license", named.license(), "license", "licence");
  }

  /** The id that the row gives; empty where it gives none. */
  String givenId(String... usual) throws RowException {
    return label("id", named.id(), usual);
  }

  /** The text of a field; empty where there is none. */
  String text(String path) throws RowException {
    JsonNode value = field(path);
    return FieldText.of(value).orElseThrow(() -> notText(path, value));
  }

  /** Keeps that a text was read from a field; gives the text. */
  String using(String what, String path, String text) {
    if (!text.isBlank()) {
      used.put(what, path);
    }

    return text;
  }

  private String text(String what, String name, String... usual) throws RowException {
    String path = path(name, usual);
    return using(what, path, text(path));
  }

  /** What says something about the row: where it is no text, nothing, unless the user named it. */
  private String label(String what, String name, String... usual) throws RowException {
    String path = path(name, usual);
    JsonNode value = field(path);
    String text =
        name.isEmpty()
            ? FieldText.ofAnswer(value).orElse("")
            : FieldText.ofAnswer(value).orElseThrow(() -> notText(path, value));
    return using(what, path, text);
  }

  /** The first path at which something stands, or else the first. */
  private String path(String name, String... usual) {
    if (!name.isEmpty()) {
      return name;
    }

    for (String path : usual) {
      if (!FieldText.isNothing(field(path))) {
        return path;
      }
    }

    return usual[0];
  }

  private RowException noQuestion(String path) {
    String was = FieldText.isNull(field(path)) ? "the row has " + fieldNames() : "it is blank";
    String hint =
        byLowerName.keySet().stream().anyMatch(DATA.asMatchPredicate())
            ? "; the first line of a table must name its fields"
            : "";
    return new RowException(
        RejectionReason.NO_QUESTION, "a row must have a question in " + path + ": " + was + hint);
  }

  private static RowException notText(String path, JsonNode value) {
    String type = value.getNodeType().name().toLowerCase(Locale.ROOT);
    return new RowException(
        RejectionReason.WRONG_TYPE, path + " must be text: it is of type " + type);
  }
}
