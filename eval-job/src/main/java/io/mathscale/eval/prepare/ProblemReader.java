package io.mathscale.eval.prepare;

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

/**
 * Reads a problem, at position 0, out of a row in the layout of a known data set. Where the row
 * states no answer apart, it is read out of the solution.
 *
 * @param style what multiple-choice questions are made of
 */
record ProblemReader(ChoiceStyle style) implements RowParser<Problem> {
  private static final long serialVersionUID = 1L;

  @Override
  public Problem parse(SourceRow row) throws RowException {
    LayoutRow fields = LayoutRow.of(row, NamedFields.NONE);
    LaidOutProblem laidOut = layout(fields).read(fields);
    LaidOutProblem problem = withoutOptions(laidOut);
    if (problem.dataset().isBlank()) {
      throw new RowException(RejectionReason.WRONG_TYPE, "data_topic must be there");
    }

    String id =
        problem.id().isBlank()
            ? StableHash.contentId(problem.dataset(), problem.question())
            : problem.id();
    return new Problem(
        id,
        problem.dataset(),
        problem.source(),
        problem.question(),
        answer(problem),
        0,
        "",
        "",
        style == ChoiceStyle.LETTERS ? texts(laidOut.options()) : List.of());
  }

  private static Layout layout(LayoutRow row) throws RowException {
    return Layouts.recognised(row)
        .orElseThrow(
            () ->
                new RowException(
                    RejectionReason.NO_QUESTION,
                    "a row must have the fields of a known layout: " + row.fieldNames()));
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

  private static List<String> texts(List<AnswerOption> options) {
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
