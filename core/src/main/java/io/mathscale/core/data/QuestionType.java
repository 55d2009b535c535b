package io.mathscale.core.data;

/** What kind of answer a question asks for. */
public enum QuestionType {
  /** One value: a number, a formula, a set, a few words. */
  VALUE,
  /** The letters of options that stand in the question. */
  MULTIPLE_CHOICE,
  /** A proof: there is nothing to compare an answer with. */
  PROOF,
  /** Yes or no, true or false. */
  YES_NO,
  /** Several answers, one for each of the parts that the question numbers. */
  MULTI_PART
}
