package io.mathscale.core.calls.journal;

import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.Completion;
import io.mathscale.core.workspace.TableCatalog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What stands in the journal of a stage and not in its tables yet, since a run is at work or was
 * interrupted; counted without Spark.
 *
 * @param answered calls that were answered
 * @param failed calls that failed
 * @param inputTokens tokens of their prompts
 * @param outputTokens tokens of their answers
 * @param cost US dollars that they cost, with those of calls that have not ended
 * @param doubtfulCost US dollars that they may have cost beyond that
 */
public record PendingCalls(
    long answered,
    long failed,
    long inputTokens,
    long outputTokens,
    BigDecimal cost,
    BigDecimal doubtfulCost) {
  private static final PendingCalls NONE =
      new PendingCalls(0, 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

  /**
   * The calls of a stage in a workspace; empty where its journal has no line.
   *
   * @param stage name of the stage
   */
  public static Optional<PendingCalls> of(TableCatalog workspace, String stage) {
    FileSystem fileSystem = workspace.fileSystem();
    Path folder = workspace.path(Journal.folder(stage));
    Set<String> lines = ConcurrentHashMap.newKeySet();
    Set<Path> read = new HashSet<>();
    PendingCalls sum = NONE;
    // Files may be merged meanwhile: what is merged is whole before its sources are gone.
    for (List<FileStatus> files = unread(fileSystem, folder, read);
        !files.isEmpty();
        files = unread(fileSystem, folder, read)) {
      sum =
          files.parallelStream()
              .map(file -> in(fileSystem, file.getPath(), lines))
              .reduce(sum, PendingCalls::plus);
    }

    return lines.isEmpty() ? Optional.empty() : Optional.of(sum);
  }

  private static List<FileStatus> unread(FileSystem fileSystem, Path folder, Set<Path> read) {
    return JournalFiles.below(fileSystem, folder).stream()
        .filter(file -> read.add(file.getPath()))
        .toList();
  }

  /** The calls of a file whose lines were not met before: a line may stand in two. */
  private static PendingCalls in(FileSystem fileSystem, Path file, Set<String> lines) {
    PendingCalls[] sum = {NONE};
    Consumer<JournalEntry> add =
        entry -> sum[0] = lines.add(identity(entry)) ? sum[0].plus(of(entry)) : sum[0];
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(fileSystem.open(file), StandardCharsets.UTF_8))) {
      reader.lines().forEach(line -> JournalEntry.ofLine(line).ifPresent(add));
    } catch (IOException | UncheckedIOException e) {
      requireMerged(fileSystem, file, e);
    }

    return sum[0];
  }

  private static void requireMerged(FileSystem fileSystem, Path file, Exception cause) {
    try {
      if (fileSystem.exists(file)) {
        throw new UncheckedIOException("Cannot read " + file, new IOException(cause));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static String identity(JournalEntry entry) {
    if (entry.completion() != null) {
      return entry.key() + " a " + entry.completion().finishedAt();
    }

    return entry.failure() != null
        ? entry.key() + " f " + entry.failure().finishedAt()
        : entry.key() + " c " + entry.openCharge().finishedAt();
  }

  private static PendingCalls of(JournalEntry entry) {
    Completion answer = entry.completion();
    if (answer != null) {
      return new PendingCalls(
          1, 0, answer.inputTokens(), answer.outputTokens(), answer.cost(), answer.doubtfulCost());
    }

    CallFailure failure = entry.failure();
    return failure != null
        ? new PendingCalls(
            0,
            1,
            failure.inputTokens(),
            failure.outputTokens(),
            failure.cost(),
            failure.doubtfulCost())
        : new PendingCalls(
            0,
            0,
            entry.openCharge().inputTokens(),
            entry.openCharge().outputTokens(),
            entry.openCharge().cost(),
            entry.openCharge().doubtfulCost());
  }

  /** US dollars that they may have cost in all. */
  public BigDecimal most() {
    return cost.add(doubtfulCost);
  }

  private PendingCalls plus(PendingCalls other) {
    return new PendingCalls(
        answered + other.answered,
        failed + other.failed,
        inputTokens + other.inputTokens,
        outputTokens + other.outputTokens,
        cost.add(other.cost),
        doubtfulCost.add(other.doubtfulCost));
  }
}
