package io.mathscale.generator.seeds;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.source.RowException;
import io.mathscale.grader.FinalAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the fields of one seed, by the layout that its row has:
 *
 * <ul>
 *   <li>MATH: {@code problem, level, type, solution}, the answer in the solution's last {@code
 *       \boxed{}}; the data set is {@code MATH.<type>}, as MWPBench spells it;
 *   <li>GSM8K: {@code question, answer}, where the answer is a solution that ends in {@code ####
 *       n};
 *   <li>MWPBench and all others: {@code data_topic} (or {@code dataset}), {@code question, answer,
 *       solution, question_number} (or {@code id}), of which only the question must be there.
 * </ul>
 *
 * <p>Columns that the user named go before these.
 */
final class SeedLayout {
  /** The data set of rows in GSM8K's layout ({@code data_topic} of MWPBench). */
  private static final String GSM8K = "gsm8k";

  private static final String MATH = "MATH";

  /** Last line of a GSM8K answer. */
  private static final Pattern GSM8K_END = Pattern.compile("(?m)^\\s*####(.*)");

  /** What GSM8K's authors have a calculator fill in. */
  private static final Pattern CALCULATOR_MARK = Pattern.compile("<<[^>]*>>");

  /** A box of one token without braces, as a few rows of MATH have it: {@code $\\boxed 9$}. */
  private static final Pattern BARE_BOX = Pattern.compile("\\\\boxed\\s+([^\\s${}]+)");

  /** No more field names than this are listed. */
  private static final int MAX_NAMES = 20;

  private final JsonNode row;
  private final SeedFields fields;

  private SeedLayout(JsonNode row, SeedFields fields) {
    this.row = row;
    this.fields = fields;
  }

  /**
   * The fields of a row; the id is still to be made.
   *
   * @throws RowException when there is no question, or a field holds something other than text
   */
  static SeedText read(JsonNode row, SeedFields fields) throws RowException {
    return new SeedLayout(row, fields).read();
  }

  private SeedText read() throws RowException {
    boolean isMath = fields.question().isEmpty() && row.has("problem") && !row.has("question");
    String question = question(isMath ? "problem" : "question");
    String solution = text(fields.solution(), "solution");
    String answer = scalar(fields.answer(), "answer");
    String dataset = isMath ? mathDataset() : dataset();
    Matcher end = GSM8K_END.matcher(answer);
    if (end.find()) {
      String worked = CALCULATOR_MARK.matcher(answer.substring(0, end.start())).replaceAll("");
      solution = solution.isBlank() ? worked : solution;
      answer = end.group(1);
      dataset = dataset.isEmpty() ? GSM8K : dataset;
    } else if (answer.isBlank()) {
      answer = FinalAnswer.of(solution).filter(found -> !found.contains("\\boxed")).orElse("");
      answer = answer.isEmpty() ? bareBox(solution) : answer;
    }

    String id = scalar(fields.id(), "question_number", "id");
    return new SeedText(id, dataset, question, answer, solution);
  }

  private static String bareBox(String solution) {
    Matcher box = BARE_BOX.matcher(solution);
    return box.find() ? box.group(1) : "";
  }

  private String question(String usual) throws RowException {
    String question = text(fields.question(), usual);
    if (question.isBlank()) {
      throw noQuestion(fields.question().isEmpty() ? usual : fields.question());
    }

    return question;
  }

  private String dataset() throws RowException {
    return text(fields.dataset(), "data_topic", "dataset");
  }

  private String mathDataset() throws RowException {
    String named = dataset();
    if (!named.isEmpty()) {
      return named;
    }

    String type = text("", "type", "subject").strip().replaceAll("\\s+", "_");
    return type.isEmpty() ? MATH : MATH + "." + type;
  }

  private String text(String named, String... usual) throws RowException {
    JsonNode value = value(named, usual);
    if (!value.isMissingNode() && !value.isTextual()) {
      throw notText(named.isEmpty() ? usual[0] : named, value);
    }

    return value.asText("");
  }

  /** Text, or a number as it is written: answers and ids often are numbers. */
  private String scalar(String named, String... usual) throws RowException {
    JsonNode value = value(named, usual);
    return value.isNumber() ? value.asText() : text(named, usual);
  }

  private JsonNode value(String named, String... usual) {
    String[] names = named.isEmpty() ? usual : new String[] {named};
    for (String name : names) {
      if (row.hasNonNull(name)) {
        return row.get(name);
      }
    }

    return row.path("");
  }

  private RowException noQuestion(String field) {
    List<String> names = new ArrayList<>();
    row.fieldNames().forEachRemaining(names::add);
    String known = String.join(", ", names.subList(0, Math.min(names.size(), MAX_NAMES)));
    String was = row.hasNonNull(field) ? "it is blank" : "the row has " + known;
    return new RowException(
        RejectionReason.NO_QUESTION, "a row must have a question in " + field + ": " + was);
  }

  private static RowException notText(String field, JsonNode value) {
    String type = value.getNodeType().name().toLowerCase(Locale.ROOT);
    return new RowException(
        RejectionReason.WRONG_TYPE, field + " must be text: it is of type " + type);
  }
}
