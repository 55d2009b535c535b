package io.mathscale.core.calls.journal;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import com.sun.management.OperatingSystemMXBean;
import io.mathscale.core.data.Completion;
import io.mathscale.core.time.SystemTime;
import io.mathscale.core.workspace.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;

/**
 * Measures what it takes to compact the journal of a stage: writes so many lines, in files as long
 * as those that processes merge, and has them taken into the tables.
 */
public final class JournalSimulation {
  private static final int ANSWER_BYTES = 300;
  private static final String[] WORDS =
      ("the of each how many total first then since there are we find that dollars number apples"
              + " hours speed equals times plus minus half twice remaining cost price students")
          .split(" ", -1);

  private final SparkSession spark;
  private final Workspace workspace;
  private final Journal journal;
  private final AtomicLong old = new AtomicLong();
  private final AtomicLong shuffled = new AtomicLong();
  private final AtomicLong spilled = new AtomicLong();
  private final Random random = new Random(42);

  private JournalSimulation(SparkSession spark, Path folder) {
    this.spark = spark;
    workspace = Workspace.at(spark, folder.toString());
    journal = new Journal(spark, workspace, "generate", SystemTime.INSTANCE);
    watchHeap();
    watchDisk();
  }

  /** Arguments: folder of a workspace that is not there, lines. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    long lines = Long.parseLong(args[1]);
    SparkSession spark = SparkSession.builder().appName("journal").getOrCreate();
    try {
      new JournalSimulation(spark, folder).run(folder, lines);
    } finally {
      spark.stop();
    }
  }

  private void run(Path folder, long lines) throws IOException {
    long begun = System.nanoTime();
    long bytes = write(0, lines);
    System.out.printf(
        Locale.ROOT, "%,d lines, %,d MiB, written in %.0f s%n", lines, bytes >> 20, since(begun));
    compact(folder);
    // A day's work comes to a table that is there.
    write(lines, lines / 20);
    compact(folder);
  }

  private void compact(Path folder) throws IOException {
    old.set(0);
    shuffled.set(0);
    spilled.set(0);
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long begun = System.nanoTime();
    long cpu = system.getProcessCpuTime();
    journal.compact();
    double seconds = since(begun);
    double cpuSeconds = (system.getProcessCpuTime() - cpu) / 1e9;
    long rows = journal.answers();
    System.out.printf(
        Locale.ROOT,
        "%,d rows compacted in %.1f s and %.1f s of a core, %.1f µs of it a row; at most %,d MiB old after a collection,"
            + " in a heap of %,d MiB; %,d MiB shuffled, %,d MiB spilled; tables of %,d MiB%n",
        rows,
        seconds,
        cpuSeconds,
        cpuSeconds * 1e6 / rows,
        old.get() >> 20,
        Runtime.getRuntime().maxMemory() >> 20,
        shuffled.get() >> 20,
        spilled.get() >> 20,
        bytesBelow(folder) >> 20);
  }

  private static double since(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }

  private static long bytesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  /** The bytes of so many lines, of calls from a number on. */
  private long write(long first, long lines) throws IOException {
    FileSystem fileSystem = workspace.fileSystem();
    org.apache.hadoop.fs.Path run =
        new org.apache.hadoop.fs.Path(journal.runFolder(Journal.newRun(false)));
    long bytes = 0;
    long line = first;
    while (line < first + lines) {
      try (OutputStream file =
          JournalFiles.create(fileSystem, JournalFiles.newFile(run, "process"))) {
        long ofFile = 0;
        for (; ofFile < JournalWriter.LONGEST_FILE_BYTES && line < first + lines; line++) {
          byte[] entry = JournalEntry.of((int) (line % 64), answer(line)).toLine();
          file.write(entry);
          ofFile += entry.length;
        }

        bytes += ofFile;
      }
    }

    return bytes;
  }

  private Completion answer(long call) {
    return new Completion(
        key(call),
        text(),
        "",
        "stop",
        "gpt-5.4-mini",
        712,
        0,
        98,
        true,
        new BigDecimal("0.000975"),
        1,
        1_000 + random.nextInt(8_000),
        1_700_000_000_000L + call,
        BigDecimal.ZERO,
        0);
  }

  private static String key(long call) {
    try {
      byte[] name = Long.toString(call).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Words and numbers that compress about as well as answers do. */
  private String text() {
    StringBuilder text = new StringBuilder(ANSWER_BYTES + 16);
    while (text.length() < ANSWER_BYTES) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
      if (random.nextInt(3) == 0) {
        text.append(random.nextInt(1_000)).append(' ');
      }
    }

    text.setLength(ANSWER_BYTES);
    return text.toString();
  }

  private void watchHeap() {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector)
          .addNotificationListener(
              (notification, handback) -> {
                GcInfo ended =
                    GarbageCollectionNotificationInfo.from(
                            (CompositeData) notification.getUserData())
                        .getGcInfo();
                ended
                    .getMemoryUsageAfterGc()
                    .forEach(
                        (pool, usage) -> {
                          if (pool.contains("Old Gen")) {
                            old.accumulateAndGet(usage.getUsed(), Math::max);
                          }
                        });
              },
              null,
              null);
    }
  }

  private void watchDisk() {
    spark
        .sparkContext()
        .addSparkListener(
            new SparkListener() {
              @Override
              public void onTaskEnd(SparkListenerTaskEnd ended) {
                shuffled.addAndGet(ended.taskMetrics().shuffleWriteMetrics().bytesWritten());
                spilled.addAndGet(ended.taskMetrics().diskBytesSpilled());
              }
            });
  }
}
