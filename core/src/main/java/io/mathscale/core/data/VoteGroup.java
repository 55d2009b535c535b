package io.mathscale.core.data;

import java.util.List;

/**
 * Answers of one meaning among the fresh solutions of a question.
 *
 * @param answer one of them, as it was written; of the pair's own group the pair's answer
 * @param count fresh solutions that have it
 * @param isOriginal whether the pair's own answer means the same
 * @param models the fresh solutions by model
 */
public record VoteGroup(String answer, int count, boolean isOriginal, List<ModelVotes> models) {
  /** Copies the list. */
  public VoteGroup {
    models = List.copyOf(models);
  }
}
