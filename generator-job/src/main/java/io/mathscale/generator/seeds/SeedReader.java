package io.mathscale.generator.seeds;

import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.source.RowException;
import io.mathscale.core.source.SourceRow;
import io.mathscale.core.source.layouts.LaidOutProblem;
import io.mathscale.core.source.layouts.Layout;
import io.mathscale.core.source.layouts.LayoutRow;
import io.mathscale.core.source.layouts.Layouts;
import io.mathscale.core.source.layouts.MultipleChoice;
import io.mathscale.core.source.layouts.NamedFields;
import io.mathscale.core.text.QuestionText;
import io.mathscale.grader.FinalAnswer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.api.java.function.MapFunction;

/**
 * Reads a seed out of a row of a file, in the layout that its fields tell, or tells why there is
 * none. A question with options is made a word problem; where a row states no answer, it is read
 * out of the solution.
 *
 * @param command the command that reads, for rejections
 * @param named fields that the user named
 * @param maxRow bytes in UTF-8 that the texts of a seed may have together
 */
record SeedReader(String command, NamedFields named, long maxRow)
    implements MapFunction<SourceRow, SeedRow> {
  private static final long serialVersionUID = 1L;

  /** Stands for the layout where the user named fields. */
  static final String NAMED_FIELDS = "seeds.fields";

  /** What fields are read as, in the order in which they are told. */
  static final List<String> FIELDS =
      List.of("question", "answer", "solution", "id", "dataset", "source", "license");

  /** A box of one token without braces, as a few rows of MATH have it: {@code $\\boxed 9$}. */
  private static final Pattern BARE_BOX = Pattern.compile("\\\\boxed\\s++([^\\s${}]++)");

  @Override
  public SeedRow call(SourceRow row) {
    LayoutRow fields;
    try {
      fields = LayoutRow.of(row, named);
    } catch (RowException e) {
      return seedRow(row, "", "", "", null, row.rejected(command, e));
    }

    Layout layout = Layouts.of(fields);
    String name = named.isNone() ? layout.name() : NAMED_FIELDS;
    try {
      LaidOutProblem problem = layout.read(fields);
      SeedQuestion seed = seed(problem);
      return seedRow(row, problem.givenId(), name, used(fields, seed), seed, null);
    } catch (RowException e) {
      return seedRow(row, "", name, text(fields.used()), null, row.rejected(command, e));
    }
  }

  private static SeedRow seedRow(
      SourceRow row,
      String givenId,
      String layout,
      String fields,
      SeedQuestion seed,
      Rejected rejected) {
    String given = givenId.isEmpty() ? "" : " (" + givenId + ")";
    return new SeedRow(row.file(), row.row(), row.origin() + given, layout, fields, seed, rejected);
  }

  /** The fields that were read; of answer and solution, one may have been found in the other. */
  private static String used(LayoutRow row, SeedQuestion seed) {
    Map<String, String> used = new HashMap<>(row.used());
    if (!seed.answer().isEmpty()) {
      used.putIfAbsent("answer", used.getOrDefault("solution", ""));
    }

    if (!seed.solution().isEmpty()) {
      used.putIfAbsent("solution", used.getOrDefault("answer", ""));
    }

    return text(used);
  }

  private static String text(Map<String, String> used) {
    List<String> texts = new ArrayList<>();
    for (String field : FIELDS) {
      if (!used.getOrDefault(field, "").isEmpty()) {
        texts.add(field + "=" + used.get(field));
      }
    }

    return String.join(", ", texts);
  }

  private SeedQuestion seed(LaidOutProblem laidOut) throws RowException {
    requireShort(laidOut);
    LaidOutProblem problem =
        laidOut.options().isEmpty() ? laidOut : MultipleChoice.inWords(laidOut);
    String answer = answer(problem);
    SeedTexts.require(problem, answer);
    return new SeedQuestion(
        QuestionText.id(problem.question()),
        problem.dataset().strip(),
        problem.question().strip(),
        answer.strip(),
        problem.solution().strip(),
        problem.source().strip(),
        problem.license().strip(),
        List.of());
  }

  private void requireShort(LaidOutProblem problem) throws RowException {
    long bytes = 0;
    for (String text : List.of(problem.question(), problem.answer(), problem.solution())) {
      bytes += text.getBytes(StandardCharsets.UTF_8).length;
    }

    if (bytes > maxRow) {
      throw new RowException(
          RejectionReason.TOO_LONG,
          "question, answer and solution must have at most %d bytes together: %d"
              .formatted(maxRow, bytes));
    }
  }

  private static String answer(LaidOutProblem problem) {
    if (!problem.answer().isBlank()) {
      return problem.answer();
    }

    return FinalAnswer.of(problem.solution())
        .filter(found -> !found.contains("\\boxed"))
        .orElseGet(() -> bareBox(problem.solution()));
  }

  private static String bareBox(String solution) {
    Matcher box = BARE_BOX.matcher(solution);
    return box.find() ? box.group(1) : "";
  }
}
