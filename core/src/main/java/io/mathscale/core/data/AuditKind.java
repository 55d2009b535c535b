package io.mathscale.core.data;

/**
 * How a question that audits decontamination was made: by a change that leaves a question of the
 * benchmark what it is, or by one that makes another exercise, which must stay.
 */
public enum AuditKind {
  /** Upper case, or the case of each letter turned. */
  CASE(false),
  /** Marks between and after words left out or exchanged. */
  PUNCTUATION(false),
  /** One word exchanged for one of another question; two ideographs are a word. */
  ONE_WORD(false),
  /** Two words exchanged. */
  TWO_WORDS(false),
  /** The first two sentences in the other order. */
  REORDERED(false),
  /** All numbers exchanged: another exercise of the same template. */
  NUMBERS(false),
  /** A row of the run's own data with other numbers, so that it is no copy of anything. */
  OWN_ROW(true),
  /** A question of the benchmark that ends as another one does: it asks for something else. */
  OTHER_TASK(true);

  private final boolean isControl;

  AuditKind(boolean isControl) {
    this.isControl = isControl;
  }

  /** Whether questions of this kind are clean, so that removing one is wrong. */
  public boolean isControl() {
    return isControl;
  }
}
