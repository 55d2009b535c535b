package io.mathscale.eval.prepare;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.config.BenchmarkConfig;
import io.mathscale.core.config.BenchmarkConfig.ChoiceStyle;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.identity.StableHash;
import io.mathscale.core.source.RowException;
import io.mathscale.core.source.RowParser;
import io.mathscale.core.source.SourceRow;
import io.mathscale.core.source.layouts.AnswerOption;
import io.mathscale.core.source.layouts.LaidOutProblem;
import io.mathscale.core.source.layouts.Layout;
import io.mathscale.core.source.layouts.LayoutRow;
import io.mathscale.core.source.layouts.Layouts;
import io.mathscale.core.source.layouts.MultipleChoice;
import io.mathscale.core.source.layouts.NamedFields;
import io.mathscale.grader.FinalAnswer;
import java.util.List;
import java.util.Set;

/**
 * Reads a problem, at position 0, out of a row of a known data set, or of any that has a question
 * and an answer. Where the row states no answer apart, it is read out of the solution; where it
 * names no data set, that of the configuration counts, or else the place of the file.
 *
 * @param style what multiple-choice questions are made of
 * @param unnamed data set of the rows that name none; empty: the place of the file tells it
 * @param fields fields that the user named
 */
record ProblemReader(ChoiceStyle style, String unnamed, BenchmarkConfig.Fields fields)
    implements RowParser<Problem> {
  private static final long serialVersionUID = 1L;

  /** Layouts that several data sets have. */
  private static final Set<String> SEVERAL = Set.of("AIME", "AMC");

  private static final String ID_OF_MATH_500 = "unique_id";

  /** A reader as the configuration says. */
  static ProblemReader of(BenchmarkConfig config) {
    return new ProblemReader(config.choices(), config.dataset(), config.fields());
  }

  @Override
  public Problem parse(SourceRow source) throws RowException {
    LayoutRow row = LayoutRow.of(source, NamedFields.of(fields));
    Layout layout = Layouts.of(row);
    LaidOutProblem laidOut = layout.read(row);
    LaidOutProblem problem = withoutOptions(laidOut);
    RowDetails details = new RowDetails(fields);
    JsonNode json = row.fields();
    String dataset = dataset(row, layout, laidOut, details);
    return new Problem(
        laidOut.id().isBlank() ? StableHash.contentId(dataset, problem.question()) : laidOut.id(),
        dataset,
        details.source(json).isEmpty() ? problem.source() : details.source(json),
        problem.question(),
        answer(problem),
        0,
        details.level(json),
        details.subject(json),
        style == ChoiceStyle.LETTERS ? texts(laidOut.options()) : List.of());
  }

  /**
   * The data set of a problem. A layout tells it where it knows just one; contests have one a year,
   * and MATH-500 is a part of MATH.
   */
  private String dataset(
      LayoutRow row, Layout layout, LaidOutProblem problem, RowDetails details) {
    String named = details.dataset(row.fields());
    if (!named.isEmpty() || !unnamed.isBlank()) {
      return named.isEmpty() ? unnamed : named;
    }

    boolean isOneOfSeveral =
        SEVERAL.contains(layout.name()) || row.fields().has(ID_OF_MATH_500);
    return problem.dataset().isBlank() || isOneOfSeveral
        ? DatasetName.of(row.file())
        : problem.dataset();
  }

  private LaidOutProblem withoutOptions(LaidOutProblem problem) throws RowException {
    if (problem.options().isEmpty()) {
      return problem;
    }

    return switch (style) {
      case WORDS -> MultipleChoice.inWords(problem);
      case LETTERS -> MultipleChoice.withLetters(problem);
    };
  }

  /** What the options say; none where their letters have gaps, which a list cannot tell. */
  private static List<String> texts(List<AnswerOption> options) {
    for (int i = 0; i < options.size(); i++) {
      if (!options.get(i).letter().equals(String.valueOf((char) ('A' + i)))) {
        return List.of();
      }
    }

    return options.stream().map(AnswerOption::text).toList();
  }

  private static String answer(LaidOutProblem problem) throws RowException {
    if (!problem.answer().isBlank()) {
      return problem.answer();
    }

    if (problem.solution().isBlank()) {
      throw new RowException(RejectionReason.NO_ANSWER, "answer must be there");
    }

    return FinalAnswer.of(problem.solution())
        .orElseThrow(
            () ->
                new RowException(
                    RejectionReason.NO_ANSWER, "solution must have an answer in a box"));
  }
}
