package io.mathscale.core.calls.limits;

import java.io.Serializable;

/**
 * Why a run of a stage ended early.
 *
 * @param reason the kind of reason
 * @param message what the user should know
 */
public record RunStop(Reason reason, String message) implements Serializable {
  /** The kinds of reasons. */
  public enum Reason {
    /** Another call could have gone over the budget. */
    BUDGET,
    /** More calls failed than allowed. */
    TOO_MANY_FAILURES,
    /** More answers than allowed are of no use. */
    TOO_MANY_REJECTED,
    /** The model service cannot be reached or will not serve us. */
    REFUSED,
    /** Another run has taken the stage over, which thought that this one was gone. */
    TAKEN_OVER,
    /** The workspace could not be written for too long. */
    UNWRITABLE;

    /** Whether the run may still write, and can. */
    public boolean mayWrite() {
      return this != TAKEN_OVER && this != UNWRITABLE;
    }
  }

  /** Another run asks for the stage now. */
  public static RunStop takenOver(String stage) {
    return new RunStop(
        Reason.TAKEN_OVER,
        stage
            + ": one run of a stage must ask at a time: another has taken it over, after this one"
            + " gave no sign of life for some seconds; what was answered is kept");
  }
}
