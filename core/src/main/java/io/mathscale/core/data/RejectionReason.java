package io.mathscale.core.data;

/** Why a row is not in the good table. */
public enum RejectionReason {
  /** The line is not JSON, or the file is not what its name says. */
  NOT_JSON,
  /** The bytes are not UTF-8. */
  BROKEN_UTF8,
  /** Control characters other than tab and line ends. */
  CONTROL_BYTES,
  /** The row is longer than allowed. */
  TOO_LONG,
  /** No question in the row. */
  NO_QUESTION,
  /** A field holds something other than text. */
  WRONG_TYPE,
  /** No reference answer in the row. */
  NO_ANSWER,
  /** The question makes no sense without the options to choose from. */
  NEEDS_OPTIONS,
  /** Another row that stays has the same question, id or sample. */
  DUPLICATE,
  /** The file, or the rest of it, is damaged or of no known kind: the rows in it are lost. */
  UNREADABLE_FILE,
  /** The publisher marks the problem as invalid. */
  MARKED_INVALID,
  /** The model gave no usable answer. */
  CALL_FAILED,
  /** The model's answer does not have the form that was asked for. */
  UNREADABLE_REPLY,
  /** The reply or the row names no topic or no knowledge point. */
  NO_CONCEPTS,
  /** The reply has no solution. */
  NO_SOLUTION,
  /** The solution has no final answer. */
  NO_FINAL_ANSWER,
  /** The model refuses, or asks for more instead of answering. */
  REFUSAL,
  /** The reply repeats the prompt and says nothing of its own. */
  ECHO,
  /** Words stand where text should be: "N/A", "See above", "&lt;the new question&gt;". */
  PLACEHOLDER,
  /** The reply ends in the middle of its solution, though no limit of tokens was reached. */
  CUT_OFF,
  /** The reader of replies failed, which is a bug; the reply is kept. */
  READER_FAILED,
  /** A question whose answer is known was not solved in as many tries as are allowed. */
  UNSOLVED,
  /** The solution is shorter than allowed. */
  TOO_SHORT,
  /** The question stands in the benchmark. */
  IN_BENCHMARK,
  /** The question needs a figure or table that is not there. */
  ABSENT_FIGURE,
  /** The row speaks of the examples in the prompt. */
  PROMPT_EXAMPLE,
  /** The solution repeats the question, or is nothing else. */
  QUESTION_IN_SOLUTION,
  /** The text breaks off. */
  TRUNCATED,
  /** The text goes round in a loop. */
  REPETITION,
  /** Dollars, brackets or environments of LaTeX that do not close. */
  UNBALANCED_LATEX,
  /** The row is in another language than those that are wanted. */
  OTHER_LANGUAGE,
  /** The final answer stands nowhere in the solution. */
  ANSWER_NOT_IN_SOLUTION,
  /** Too large a share of the solution's equalities of numbers is false. */
  FALSE_ARITHMETIC,
  /** The boxed answer and that of the last line differ. */
  ANSWERS_DISAGREE,
  /** A row that stays asks almost the same, in almost the same words. */
  NEAR_DUPLICATE,
  /** As many rows as are allowed ask the same with other numbers. */
  SAME_TEMPLATE,
  /** The question is one of the benchmark but for a few words, or for numbers. */
  NEAR_BENCHMARK,
  /** More fresh solutions have another answer. */
  OUTVOTED,
  /** Too few fresh solutions agree. */
  LOW_AGREEMENT,
  /** No fresh solution was asked for, though agreement is wanted. */
  NOT_VALIDATED,
  /** Judges call it wrong where no votes decide. */
  JUDGED_WRONG
}
