package io.mathscale.eval;

import io.mathscale.core.command.StandaloneCommand;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.source.LocalRows;
import io.mathscale.core.source.SourceRows;
import io.mathscale.eval.grading.GraderWarmUp;
import io.mathscale.eval.grading.PredictionGrader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Grades pairs of gold and prediction, row by row. Reads no table and writes none. */
@Command(name = "grade", description = "Grades pairs of gold and prediction.")
public final class Grade implements StandaloneCommand {
  private static final int MAX_ROW = (int) SourceRows.MAX_ROW;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      description = "JSON lines of gold, prediction and kind (answer or completion).")
  private Path input;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "The same rows with strict, mwpbench, extracted, rule and micros.")
  private Path output;

  @Override
  public void run() {
    check();
    System.err.printf("grade: %,d rows written to %s%n", grade(input, output), output);
  }

  private void check() {
    if (!Files.isRegularFile(input)) {
      throw new ConfigException("--input must name a file that is there: " + input);
    }

    Path folder = output.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder) || Files.isDirectory(output)) {
      throw new ConfigException("--output must name a file in a folder that is there: " + output);
    }
  }

  /** Grades a file; the other is there when all of it is graded, or not at all. */
  static long grade(Path input, Path output) {
    Path beside = output.resolveSibling("_" + output.getFileName() + ".new");
    try {
      long rows = gradeInto(input, beside);
      Files.move(beside, output, StandardCopyOption.REPLACE_EXISTING);
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot grade " + input + " into " + output, e);
    }
  }

  private static long gradeInto(Path input, Path output) throws IOException {
    GraderWarmUp.run();
    long written = 0;
    try (LocalRows rows = LocalRows.of(input, MAX_ROW);
        Writer out = Files.newBufferedWriter(output)) {
      while (rows.hasNext()) {
        out.write(PredictionGrader.graded(rows.next()));
        out.write('\n');
        written++;
      }
    }

    return written;
  }
}
