package io.mathscale.generator.replies.pairs;

import io.mathscale.generator.replies.headings.Novelty;

/**
 * What may be a pair in a reply.
 *
 * @param question the question; may be blank
 * @param solution the worked solution; may be blank
 * @param answer the final answer that stands in a part of its own; empty if there is none
 * @param start where it begins in the text
 * @param end where it ends
 * @param novelty what its heading tells about it
 * @param isCut whether the text ends in the middle of it
 */
public record PairParts(
    String question,
    String solution,
    String answer,
    int start,
    int end,
    Novelty novelty,
    boolean isCut) {

  /** Whether both parts are there. */
  public boolean isComplete() {
    return !question.isBlank() && !solution.isBlank();
  }

  PairParts with(Novelty other) {
    return new PairParts(question, solution, answer, start, end, other, isCut);
  }
}
