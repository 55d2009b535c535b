package io.mathscale.generator.replies;

import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;

/**
 * Makes the rejections of what a model answered, or did not.
 *
 * @param stage the command that asked
 * @param id id of the row that there would have been
 * @param origin seed or composition that was asked about
 */
record RejectedAnswers(String stage, String id, String origin) {

  /** A call without an answer. */
  Rejected of(CallFailure failure, String content) {
    String status = failure.status() == 0 ? "" : " (HTTP " + failure.status() + ")";
    String detail = failure.cause() + status + ": " + failure.message();
    return new Rejected(id, stage, RejectionReason.CALL_FAILED, detail, origin, content);
  }

  /** An answer that does not say what was asked for. */
  Rejected of(ParseResult.Refused<?> refused, String content) {
    return new Rejected(id, stage, refused.reason(), refused.detail(), origin, content);
  }
}
