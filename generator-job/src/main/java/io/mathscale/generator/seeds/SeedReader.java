package io.mathscale.generator.seeds;

import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.source.RowException;
import io.mathscale.core.source.RowParser;
import io.mathscale.core.source.SourceRow;
import io.mathscale.core.source.layouts.LaidOutProblem;
import io.mathscale.core.source.layouts.LayoutRow;
import io.mathscale.core.source.layouts.Layouts;
import io.mathscale.core.source.layouts.MultipleChoice;
import io.mathscale.core.source.layouts.NamedFields;
import io.mathscale.core.text.QuestionText;
import io.mathscale.grader.FinalAnswer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a seed out of a row of a file, in the layout that its fields tell. A question with options
 * is made a word problem; where a row states no answer, it is read out of the solution.
 *
 * @param fields fields that the user named
 */
record SeedReader(NamedFields fields) implements RowParser<PlacedSeed> {
  private static final long serialVersionUID = 1L;

  /** A box of one token without braces, as a few rows of MATH have it: {@code $\\boxed 9$}. */
  private static final Pattern BARE_BOX = Pattern.compile("\\\\boxed\\s+([^\\s${}]+)");

  @Override
  public PlacedSeed parse(SourceRow row) throws RowException {
    LaidOutProblem laidOut = Layouts.read(LayoutRow.of(row, fields));
    LaidOutProblem problem =
        laidOut.options().isEmpty() ? laidOut : MultipleChoice.inWords(laidOut);
    String answer = answer(problem);
    requireText(problem, answer);

    SeedQuestion question =
        new SeedQuestion(
            QuestionText.id(problem.question()),
            problem.dataset().strip(),
            problem.question().strip(),
            answer.strip(),
            problem.solution().strip(),
            problem.source().strip(),
            problem.license().strip(),
            List.of());
    String given = problem.givenId().isEmpty() ? "" : " (" + problem.givenId() + ")";
    return new PlacedSeed(row.file(), row.row(), row.origin() + given, question);
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

  private static void requireText(LaidOutProblem problem, String answer) throws RowException {
    requireText("question", problem.question());
    requireText("answer", answer);
    requireText("solution", problem.solution());
    requireText("id", problem.givenId());
    requireText("dataset", problem.dataset());
    requireText("source", problem.source());
    requireText("license", problem.license());
  }

  private static void requireText(String what, String text) throws RowException {
    int control = ControlCharacters.first(text);
    if (control >= 0) {
      throw new RowException(
          RejectionReason.CONTROL_BYTES,
          what + " must be text: " + ControlCharacters.described(text, control));
    }

    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new RowException(
          RejectionReason.BROKEN_UTF8, what + " must be text: it has half of a character");
    }
  }
}
