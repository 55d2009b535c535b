package io.mathscale.grader.verdict;

/** The rule by which the strict grader decided. */
public enum Rule {
  /** The completion holds no answer, or is nothing but thinking that never ends. */
  NO_ANSWER,
  /**
   * The text denies the value, asks for it, takes it back, or offers several where the reference is
   * one.
   */
  HEDGE,
  /** The two are the same apart from white space and layout. */
  SAME_TEXT,
  /** Both are words, compared without regard to case, articles and punctuation. */
  WORDS,
  /** At least one is the letter of a choice. */
  CHOICE,
  /** Both are yes or no, whatever explanation follows. */
  YES_OR_NO,
  /** The question asks for lowest terms, and the answer is a fraction that is not in them. */
  LOWEST_TERMS,
  /** The question asks for a factored or an expanded formula, and the answer is none. */
  FORM,
  /** Both are numbers, compared exactly. */
  EXACT_NUMBER,
  /** A decimal is, or is not, the correct rounding of the other number. */
  ROUNDED_DECIMAL,
  /** One is a percentage, the other may be its number or its hundredth. */
  PERCENT,
  /** Both carry units that say different things. */
  UNITS,
  /** Both are the same formula apart from brackets and the order of terms and factors. */
  SAME_FORMULA,
  /** Both are rational expressions, compared at random points modulo primes. */
  RATIONAL_FORMULA,
  /** Both are formulas, compared at several points within bounds of the errors. */
  NUMERIC_FORMULA,
  /** Both are sets or lists without order. */
  SET,
  /** Both are tuples, points, vectors or intervals, compared place by place. */
  TUPLE,
  /** Both are unions of intervals and points. */
  UNION,
  /** Both are matrices. */
  MATRIX,
  /** Both are ratios. */
  RATIO,
  /** Both are equations or inequalities, compared up to a factor. */
  RELATION,
  /** At least one is a date or a time of day. */
  TIME,
  /** Both are labelled, as {@code x = 5} is, and the labels differ. */
  LABELS,
  /** The two are of different kinds, such as a number and a set. */
  DIFFERENT_KIND,
  /** One is too large to be computed, the other is not. */
  MAGNITUDE,
  /** At least one could not be read as mathematics or plain words. */
  NOT_UNDERSTOOD,
  /** The comparison would take more digits, depth or steps than is allowed. */
  LIMIT
}
