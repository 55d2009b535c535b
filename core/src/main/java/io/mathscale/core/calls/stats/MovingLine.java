package io.mathscale.core.calls.stats;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * A line of a terminal that is written again in place. What others write meanwhile takes its place,
 * and it comes back below.
 *
 * <p>The cursor stands at the start of the line, and all behind it is erased with the line: where
 * the terminal has become narrower, the line has been broken in two by then.
 */
final class MovingLine {
  /** ECMA-48, ED: from the cursor to the end of the screen. */
  private static final String ERASE = "\u001b[J";

  private final PrintStream terminal;
  private boolean isShown;
  private boolean isOthersLine;

  MovingLine(PrintStream terminal) {
    this.terminal = terminal;
  }

  /** Shows the line in place of the one that stands, unless others are in the middle of theirs. */
  synchronized void show(String line) {
    if (isOthersLine) {
      return;
    }

    terminal.print("\r" + line + ERASE + "\r");
    terminal.flush();
    isShown = true;
  }

  /** Ends with a line that stays. */
  synchronized void end(String line) {
    terminal.print(
        (isOthersLine ? System.lineSeparator() : "\r") + line + ERASE + System.lineSeparator());
    terminal.flush();
    isShown = false;
  }

  private synchronized void erase() {
    if (isShown) {
      terminal.print("\r" + ERASE);
      isShown = false;
    }
  }

  /** A way to the terminal for all others. */
  PrintStream beside() {
    return new PrintStream(new Beside(), true, Charset.defaultCharset());
  }

  /** Erases the line before something else is written. */
  private final class Beside extends OutputStream {
    @Override
    public void write(int oneByte) {
      write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      synchronized (MovingLine.this) {
        erase();
        terminal.write(bytes, offset, length);
        isOthersLine = length > 0 ? bytes[offset + length - 1] != '\n' : isOthersLine;
      }
    }

    @Override
    public void flush() {
      terminal.flush();
    }
  }
}
