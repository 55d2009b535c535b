package io.mathscale.eval.prepare;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.data.RejectionReason;

/** A row of a file: a JSON object, or something that is none. */
sealed interface FileRow {
  /** Place in the file, from 0. */
  int index();

  /**
   * A JSON object.
   *
   * @param index place in the file, from 0
   * @param json the object
   */
  record Parsed(int index, JsonNode json) implements FileRow {}

  /**
   * Something else.
   *
   * @param index place in the file, from 0
   * @param reason why it is no JSON object
   * @param detail more about it
   * @param content the beginning of it
   */
  record Broken(int index, RejectionReason reason, String detail, String content)
      implements FileRow {}
}
