package io.mathscale.core.config;

import java.util.List;

/**
 * Files for trainers.
 *
 * @param formats which
 */
public record ExportConfig(List<Format> formats) {
  public ExportConfig {
    Check.that(!formats.isEmpty(), "formats", "name one at least", formats);
    formats = List.copyOf(formats);
  }

  /** A layout that trainers read. */
  public enum Format {
    /** JSON lines of instruction, input and output. */
    ALPACA
  }
}
