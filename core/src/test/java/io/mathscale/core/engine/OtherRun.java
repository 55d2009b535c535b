package io.mathscale.core.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A run elsewhere that takes a run of a stage for gone, as it may when that one was suspended. */
final class OtherRun {
  private OtherRun() {}

  /** Takes the stage whose file this is; a sign of life of its owner may undo it. */
  static void takes(Path file) throws IOException {
    Files.writeString(file, "elsewhere 1 run 7");
    Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
  }
}
