package io.mathscale.generator.replies;

import io.mathscale.core.config.GenerateConfig.Answers;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Times the reading of replies: usual ones, mutated ones, and large ones of all kinds. */
public final class ReplyBenchmark {
  private static final double MILLIS = 1e6;

  /** Time of the processor, so that other work on the machine counts for nothing. */
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private ReplyBenchmark() {}

  /** Takes the number of mutated replies. */
  public static void main(String[] arguments) {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
    MutatedReplies warm = new MutatedReplies(1);
    for (int i = 0; i < 5_000; i++) {
      read(warm.next());
    }

    MutatedReplies.ofOnePiece(20_000).forEach(ReplyBenchmark::read);

    report("usual", Shapes.in("pairs.txt"));
    MutatedReplies mutated = new MutatedReplies(2);
    report("mutated", java.util.stream.Stream.generate(mutated::next).limit(count).toList());
    for (int length : new int[] {2_000, 95_000, 1 << 20}) {
      report("of one piece, " + length + " characters", MutatedReplies.ofOnePiece(length));
    }
  }

  private static void report(String kind, List<String> replies) {
    long[] nanos = new long[replies.size()];
    int slowest = 0;
    for (int i = 0; i < nanos.length; i++) {
      nanos[i] = read(replies.get(i));
      slowest = nanos[i] > nanos[slowest] ? i : slowest;
    }

    String beginning =
        replies.get(slowest).substring(0, Math.min(30, replies.get(slowest).length()));
    double mean = Arrays.stream(nanos).average().orElse(0) / MILLIS;
    System.out.printf(
        Locale.ROOT,
        "%s: %d replies, %.3f ms each, %.1f ms at most (%s…)%n",
        kind,
        nanos.length,
        mean,
        nanos[slowest] / MILLIS,
        beginning.replace("\n", "\\n"));
  }

  /** Nanoseconds of the slower of both readers. */
  private static long read(String reply) {
    long start = CLOCK.getCurrentThreadCpuTime();
    PairReply.read(reply, Answers.FOUND);
    long middle = CLOCK.getCurrentThreadCpuTime();
    ConceptsReply.read(reply);
    return Math.max(middle - start, CLOCK.getCurrentThreadCpuTime() - middle);
  }
}
