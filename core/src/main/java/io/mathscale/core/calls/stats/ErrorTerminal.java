package io.mathscale.core.calls.stats;

import java.io.IOException;
import java.util.List;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/** The terminal that standard error goes to, known by JLine: Java itself cannot tell. */
final class ErrorTerminal {
  /** Where a terminal does not say. */
  private static final int USUAL_COLUMNS = 80;

  /** By a system call, or else by a command of the system: as JLine names its ways. */
  private static final List<String> WAYS = List.of("jni", "exec");

  /** A terminal that knows no control sequences, which would be printed. */
  private static final String DUMB = "dumb";

  private final TerminalProvider provider;

  private ErrorTerminal(TerminalProvider provider) {
    this.provider = provider;
  }

  /** The terminal; null where standard error goes elsewhere. */
  static ErrorTerminal find() {
    if (DUMB.equals(System.getenv("TERM"))) {
      return null;
    }

    for (String way : WAYS) {
      try {
        TerminalProvider provider = TerminalProvider.load(way);
        return provider.isSystemStream(SystemStream.Error) ? new ErrorTerminal(provider) : null;
      } catch (IOException | RuntimeException | LinkageError e) {
        // No library for this machine, or no place to unpack it: the next way needs none.
      }
    }

    return null;
  }

  /** Characters in a line, as wide as the terminal is now. */
  int columns() {
    int columns = provider.systemStreamWidth(SystemStream.Error);
    return columns > 0 ? columns : USUAL_COLUMNS;
  }
}
