package io.mathscale.core.source.layouts;

import io.mathscale.core.source.RowException;
import java.util.List;

/**
 * A layout whose question, answer and solution each stand in a field.
 *
 * @param name what the layout is called
 * @param set what is known of the data set
 * @param marks fields by which its rows are known; all must be there
 * @param context path of what stands above the question; empty where nothing does
 * @param question paths that may hold the question, the first first
 * @param answer paths that may hold the answer; empty where only the solution tells it
 * @param solution paths that may hold the worked solution; empty where there is none
 */
record FieldLayout(
    String name,
    PublicDataSet set,
    List<String> marks,
    String context,
    List<String> question,
    List<String> answer,
    List<String> solution)
    implements Layout {
  /**
   * A layout by its paths, with blanks between those of which one counts.
   *
   * @param question {@code context+question} where something may stand above the question
   */
  static FieldLayout of(
      String name,
      PublicDataSet set,
      String marks,
      String question,
      String answer,
      String solution) {
    int below = question.indexOf('+');
    return new FieldLayout(
        name,
        set,
        paths(marks),
        question.substring(0, Math.max(0, below)),
        paths(question.substring(below + 1)),
        paths(answer),
        paths(solution));
  }

  private static List<String> paths(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  @Override
  public boolean fits(LayoutRow row) {
    return row.has(marks.toArray(String[]::new));
  }

  @Override
  public LaidOutProblem read(LayoutRow row) throws RowException {
    return LaidOutProblem.of(
        row,
        set,
        question(row),
        answer.isEmpty() ? "" : row.answer(answer.toArray(String[]::new)),
        solution.isEmpty() ? "" : row.solution(solution.toArray(String[]::new)));
  }

  private String question(LayoutRow row) throws RowException {
    String[] paths = question.toArray(String[]::new);
    return context.isEmpty() ? row.question(paths) : row.questionBelow(context, paths);
  }
}
