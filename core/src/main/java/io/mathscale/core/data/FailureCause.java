package io.mathscale.core.data;

/** Why a model call gave no usable answer. */
public enum FailureCause {
  /** 429 for this call alone, for as long as we were ready to wait. */
  RATE_LIMITED,
  /** 408, or no answer within the timeout. */
  TIMEOUT,
  /** 409 or 425, again and again. */
  CONFLICT,
  /** 5xx, again and again. */
  SERVER_ERROR,
  /** No connection, or one that broke. */
  CONNECTION,
  /** 400, 422 and other statuses that say the request itself is at fault. */
  BAD_REQUEST,
  /** 404 for this request alone. */
  NOT_FOUND,
  /** 413: the prompt is too long. */
  PROMPT_TOO_LONG,
  /** A 2xx whose body is not the JSON that was promised. */
  NOT_JSON,
  /** A body beyond the size limit. */
  BODY_TOO_LARGE,
  /** An answer without content. */
  EMPTY,
  /** {@code finish_reason} is {@code length}: the answer was cut. */
  TRUNCATED,
  /** {@code finish_reason} is {@code content_filter}. */
  FILTERED,
  /**
   * The key was refused (401, 403), which ends the job; or a proxy wants a login (407), which does
   * where nothing else is answered.
   */
  KEY_REFUSED,
  /** No money left with the provider ({@code insufficient_quota}). Ends the job. */
  NO_QUOTA,
  /** The service does not know the model. Ends the job. */
  UNKNOWN_MODEL
}
