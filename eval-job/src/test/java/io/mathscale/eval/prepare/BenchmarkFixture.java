package io.mathscale.eval.prepare;

import io.mathscale.core.config.AnswerConfig;
import io.mathscale.core.config.BenchmarkConfig;
import io.mathscale.core.config.BenchmarkConfig.ChoiceStyle;
import io.mathscale.core.source.LocalRows;
import io.mathscale.core.source.SourceRow;
import io.mathscale.core.source.SourceRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Reads benchmarks out of files, real ones and those that a test makes up. */
final class BenchmarkFixture {
  private final Path folder;
  private final Benchmark benchmark;

  /** A benchmark whose made-up files are written to a folder. */
  BenchmarkFixture(Path folder, ChoiceStyle style) {
    this(
        folder,
        new BenchmarkConfig(
            "", style, "", BenchmarkConfig.Fields.NONE, Map.of(), AnswerConfig.none()));
  }

  /** A benchmark that is read as a configuration says. */
  BenchmarkFixture(Path folder, BenchmarkConfig config) {
    this.folder = folder;
    this.benchmark = new Benchmark(config);
  }

  Benchmark benchmark() {
    return benchmark;
  }

  /** Adds the rows of a file with some content; its path is told as below the folder. */
  Benchmark add(String file, byte[] content) {
    Path path = folder.resolve(file);
    try {
      Files.createDirectories(path.getParent());
      Files.write(path, content);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + path, e);
    }

    try (LocalRows rows = LocalRows.of(path, (int) SourceRows.MAX_ROW)) {
      while (rows.hasNext()) {
        SourceRow row = rows.next();
        benchmark.add(new SourceRow(file, row.row(), row.text(), row.fault(), row.detail()));
      }
    }

    return benchmark;
  }

  /** Adds the rows of a file that is there. */
  Benchmark add(Path file) {
    try (LocalRows rows = LocalRows.of(file, (int) SourceRows.MAX_ROW)) {
      rows.forEachRemaining(benchmark::add);
    }

    return benchmark;
  }
}
