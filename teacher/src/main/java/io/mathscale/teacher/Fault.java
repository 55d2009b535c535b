package io.mathscale.teacher;

/** What can go wrong with an answer, on purpose. */
public enum Fault {
  /** Status 429 without a word on when to try again. */
  TOO_MANY_REQUESTS("429"),
  /** Status 429 with {@code Retry-After} in seconds. */
  RETRY_AFTER("429-retry-after"),
  /** Status 429 with {@code retry-after-ms}. */
  RETRY_AFTER_MS("429-retry-after-ms"),
  /** Status 429 with {@code Retry-After} as an HTTP date. */
  RETRY_AFTER_DATE("429-date"),
  /** Status 500. */
  SERVER_ERROR("500"),
  /** Status 503. */
  UNAVAILABLE("503"),
  /** The connection is reset in the middle of the body. */
  RESET("reset"),
  /** The body trickles over about two seconds. */
  SLOW("slow"),
  /** The headers come, then nothing more. */
  STALL("stall"),
  /** The JSON breaks off, though the content length agrees with what is sent. */
  TRUNCATED("truncated"),
  /** An HTML page, with status 200 or 502. */
  HTML("html"),
  /** The right JSON, said to be an octet stream. */
  CONTENT_TYPE("content-type"),
  /** A completion without content. */
  EMPTY("empty"),
  /** A completion that breaks off with the finish reason {@code length}. */
  LENGTH("length"),
  /** A completion without content and with the finish reason {@code content_filter}. */
  CONTENT_FILTER("content_filter"),
  /** A completion of more than 64 MiB. */
  HUGE("huge"),
  /** A completion that says nothing but that the model cannot help. */
  REFUSAL("refusal"),
  /** The completion is made and counts, then the connection is reset in the middle of the body. */
  PAID_RESET("paid-reset"),
  /** The completion is made and counts, then nothing comes after the head. */
  PAID_STALL("paid-stall"),
  /** The completion is made and counts, then the body ends before its content length. */
  PAID_LENGTH("paid-length"),
  /** The completion is made and counts, then its gzip breaks off. */
  PAID_GZIP("paid-gzip"),
  /** The completion is made and counts, then status 500 is sent instead. */
  PAID_SERVER_ERROR("paid-500");

  private final String label;

  Fault(String label) {
    this.label = label;
  }

  /** Returns true if the completion is sent whole and only its content is spoilt. */
  boolean isOfContent() {
    return this == EMPTY || this == LENGTH || this == CONTENT_FILTER || this == REFUSAL;
  }

  /** Returns true if the completion is made and counts, though it does not arrive. */
  boolean isPaid() {
    return label.startsWith("paid-");
  }

  /** Returns the name on the command line. */
  @Override
  public String toString() {
    return label;
  }
}
