package io.mathscale.generator.replies.headings;

/** What stands under a heading. */
public enum PartKind {
  /** The question. */
  QUESTION,
  /** The worked solution. */
  SOLUTION,
  /** The worked solution, unless there is one under a heading of its own. */
  EXPLANATION,
  /** The final answer, or all of the solution where there is no other. */
  ANSWER,
  /** The options of a question; a key only. */
  OPTIONS,
  /** Topics. */
  TOPICS,
  /** Knowledge points. */
  POINTS,
  /** Topics with the knowledge points of each. */
  CONCEPTS,
  /** An example, such as the prompt shows. */
  EXAMPLE,
  /** Something about the text: its title, how hard it is, why it was written. */
  META,
  /** What the model thought. */
  THOUGHT,
  /** The turn of somebody else, or one more question. */
  RUN_ON,
  /** The model's own turn. */
  REPLY,
  /** The end of a part whose beginning was marked: of a tag or a fence. */
  END;

  /** Whether a solution may stand under it. */
  public boolean isSolving() {
    return this == SOLUTION || this == EXPLANATION || this == ANSWER;
  }

  /** Whether topics or knowledge points stand under it. */
  public boolean isConceptual() {
    return this == TOPICS || this == POINTS || this == CONCEPTS;
  }
}
