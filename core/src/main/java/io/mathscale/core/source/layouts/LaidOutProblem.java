package io.mathscale.core.source.layouts;

import io.mathscale.core.source.RowException;
import java.util.List;

/**
 * A problem as a row of a file states it, with white space around its texts as it stands there.
 *
 * @param givenId the id that the row gives; empty where it gives none
 * @param id an id that no other row of the data set has: the given one, or one made of the file's
 *     name and the row's place; empty where the layout has none
 * @param dataset data set, as MWPBench spells it ({@code data_topic}); empty if unknown
 * @param source where the row says that the question is from, or else the publisher's name of the
 *     data set ({@code data_source}); empty if unknown
 * @param question the question
 * @param answer the final answer, or the letter of the right option where there are options; empty
 *     where the row states none apart from its solution
 * @param solution the worked solution; empty if there is none
 * @param options the answers to choose from; empty where the answer is free
 * @param license licence that the row names, or else that of the data set; empty if unknown
 */
public record LaidOutProblem(
    String givenId,
    String id,
    String dataset,
    String source,
    String question,
    String answer,
    String solution,
    List<AnswerOption> options,
    String license) {
  private static final String[] IDS = {
    "question_number", "id", "unique_id", "uuid", "queId", "problem_idx"
  };

  /** Keeps a copy of the options. */
  public LaidOutProblem {
    options = List.copyOf(options);
  }

  /**
   * The problem of a row, whose labels go before those of its data set. An answer that ends in
   * {@code #### number} is parted into solution and answer.
   *
   * @param set what is known of the data set
   */
  static LaidOutProblem of(
      LayoutRow row, PublicDataSet set, String question, String answer, String solution)
      throws RowException {
    String id = row.givenId(IDS);
    return Gsm8kLayout.withAnswerApart(
        new LaidOutProblem(
            id,
            id,
            orElse(row.dataset(), set.dataset()),
            orElse(row.source(), set.source()),
            question,
            answer,
            solution,
            List.of(),
            orElse(row.license(), set.license())));
  }

  private static String orElse(String text, String other) {
    return text.isBlank() ? other : text;
  }

  /** The same problem with another question and answer, and no options. */
  LaidOutProblem withoutOptions(String otherQuestion, String otherAnswer) {
    return new LaidOutProblem(
        givenId, id, dataset, source, otherQuestion, otherAnswer, solution, List.of(), license);
  }

  /** The same problem with an id that no other row of the data set has. */
  LaidOutProblem withId(String uniqueId) {
    return new LaidOutProblem(
        givenId, uniqueId, dataset, source, question, answer, solution, options, license);
  }

  /** The same problem of a data set. */
  LaidOutProblem withDataset(String other) {
    return new LaidOutProblem(
        givenId, id, other, source, question, answer, solution, options, license);
  }

  /** The same problem with answers to choose from. */
  LaidOutProblem withOptions(List<AnswerOption> choices) {
    return new LaidOutProblem(
        givenId, id, dataset, source, question, answer, solution, choices, license);
  }

  /** The same problem with another answer and solution. */
  LaidOutProblem answered(String otherAnswer, String otherSolution) {
    return new LaidOutProblem(
        givenId, id, dataset, source, question, otherAnswer, otherSolution, options, license);
  }
}
