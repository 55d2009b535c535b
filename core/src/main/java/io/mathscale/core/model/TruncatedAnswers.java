package io.mathscale.core.model;

/** What becomes of an answer whose {@code finish_reason} is {@code length}. */
public enum TruncatedAnswers {
  /** It is a failure, {@code TRUNCATED}: half an answer is of no use. */
  FAIL,
  /** It is an answer as far as it goes, which its finish reason tells. */
  KEEP
}
