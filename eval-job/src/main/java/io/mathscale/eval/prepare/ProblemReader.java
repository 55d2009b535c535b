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
import io.mathscale.core.source.layouts.LayoutRow;
import io.mathscale.core.source.layouts.Layouts;
import io.mathscale.core.source.layouts.MultipleChoice;
import io.mathscale.core.source.layouts.NamedFields;
import io.mathscale.grader.FinalAnswer;
import java.util.List;

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

  /** A reader as the configuration says. */
  static ProblemReader of(BenchmarkConfig config) {
    return new ProblemReader(config.choices(), config.dataset(), config.fields());
  }

  @Override
  public Problem parse(SourceRow source) throws RowException {
    LayoutRow row = LayoutRow.of(source, NamedFields.of(fields));
    LaidOutProblem laidOut = Layouts.read(row);
    LaidOutProblem problem = withoutOptions(laidOut);
    RowDetails details = new RowDetails(fields);
    JsonNode json = row.fields();
    String dataset = dataset(row, laidOut, details.dataset(json));
    return new Problem(
        id(laidOut.id(), details.id(json), dataset, problem.question()),
        dataset,
        problem.source().isBlank() ? details.source(json) : problem.source(),
        problem.question(),
        answer(problem),
        0,
        details.level(json),
        details.subject(json),
        style == ChoiceStyle.LETTERS ? texts(laidOut.options()) : List.of());
  }

  private static String id(String laidOut, String given, String dataset, String question) {
    if (!laidOut.isBlank()) {
      return laidOut;
    }

    return given.isBlank() ? StableHash.contentId(dataset, question) : given;
  }

  /** A known layout knows its data set; of other rows, what looks like one is a guess. */
  private String dataset(LayoutRow row, LaidOutProblem problem, String named) {
    if (Layouts.recognised(row).isPresent() && !problem.dataset().isBlank()) {
      return problem.dataset();
    }

    if (!named.isBlank()) {
      return named;
    }

    return unnamed.isBlank() ? DatasetName.of(row.file()) : unnamed;
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
