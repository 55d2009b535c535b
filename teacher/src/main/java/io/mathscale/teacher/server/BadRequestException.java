package io.mathscale.teacher.server;

/** A request that the teacher cannot make sense of: status 400. */
public final class BadRequestException extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadRequestException(String message) {
    super(message);
  }

  BadRequestException(String message, Throwable cause) {
    super(message, cause);
  }
}
