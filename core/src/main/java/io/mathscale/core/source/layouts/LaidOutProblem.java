package io.mathscale.core.source.layouts;

import java.util.List;

/**
 * A problem as a row of a file states it, with white space around its texts as it stands there.
 *
 * @param givenId the id that the row gives; empty where it gives none
 * @param id an id that no other row of the data set has: the given one, or one made of the file's
 *     name and the row's place; empty where the layout has none
 * @param dataset data set, as MWPBench spells it ({@code data_topic}); empty if unknown
 * @param source the publisher's name of the data set ({@code data_source}); empty if unknown
 * @param question the question
 * @param answer the final answer, or the letter of the right option where there are options; empty
 *     where the row states none apart from its solution
 * @param solution the worked solution; empty if there is none
 * @param options the answers to choose from; empty where the answer is free
 */
public record LaidOutProblem(
    String givenId,
    String id,
    String dataset,
    String source,
    String question,
    String answer,
    String solution,
    List<AnswerOption> options) {
  /** Keeps a copy of the options. */
  public LaidOutProblem {
    options = List.copyOf(options);
  }

  /** The same problem with a question and an answer that need no options. */
  LaidOutProblem withoutOptions(String otherQuestion, String otherAnswer) {
    return new LaidOutProblem(
        givenId, id, dataset, source, otherQuestion, otherAnswer, solution, List.of());
  }
}
