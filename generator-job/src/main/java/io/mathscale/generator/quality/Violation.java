package io.mathscale.generator.quality;

import io.mathscale.core.data.RejectionReason;

/**
 * How a row breaks a rule.
 *
 * @param reason the kind of fault
 * @param evidence what must hold and what was found, in the row's own words
 */
public record Violation(RejectionReason reason, String evidence) {
  private static final int MAX_EVIDENCE = 200;

  /** Keeps the beginning of long evidence, on one line. */
  public Violation {
    String line = evidence.replace('\n', ' ').strip();
    evidence = line.length() > MAX_EVIDENCE ? line.substring(0, MAX_EVIDENCE) + "…" : line;
  }
}
