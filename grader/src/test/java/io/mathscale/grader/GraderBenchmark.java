package io.mathscale.grader;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Times the strict grader, in processor time of its thread. Arguments:
 *
 * <ul>
 *   <li>{@code warm FILE…}: verdicts a second and the worst row of files under the folder of real
 *       data, or {@code hostile}, in the first round and in the last of several
 *   <li>{@code cold ROW FILE}: the time of one row right after the start, as the command {@code
 *       grade} reports it for the first row of a file
 *   <li>{@code rows FILE}: how many rows {@code cold} can be asked for
 *   <li>{@code differ FILE…}: the rows where the verdict is not the label
 * </ul>
 *
 * Run with {@code -Dmathscale.data=…}; {@code -Drounds=…} says how many rounds.
 */
final class GraderBenchmark {
  private static final int ROUNDS = Integer.getInteger("rounds", 5);

  /** Rows that take longer are named. */
  private static final long SLOW = 20_000_000;

  private static final double NANOS_PER_MILLI = 1e6;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private GraderBenchmark() {}

  /** The command line. */
  public static void main(String[] args) {
    List<String> rest = List.of(args).subList(1, args.length);
    switch (args[0]) {
      case "warm" -> rest.forEach(GraderBenchmark::warm);
      case "cold" -> cold(Integer.parseInt(rest.get(0)), pairs(rest.get(1)));
      case "rows" -> System.out.println(pairs(rest.get(0)).size());
      case "differ" -> rest.forEach(file -> differences(file, pairs(file)));
      default ->
          throw new IllegalArgumentException("must be warm, cold, rows or differ: " + args[0]);
    }
  }

  private static List<LabelledPair> pairs(String file) {
    if (file.equals("hostile")) {
      return HostileAnswers.pairs();
    }
    List<LabelledPair> pairs = new ArrayList<>();
    for (JsonNode row : RealData.rows(RealData.path(file))) {
      pairs.add(LabelledPair.of(Path.of(file).getFileName() + ":" + pairs.size(), row));
    }
    return pairs;
  }

  private static void cold(int row, List<LabelledPair> pairs) {
    // what the command grade does before its first row
    Graders.strict().grade("The answer is $\\frac{1}{2}$.", "0.5");
    LabelledPair pair = pairs.get(row);
    long start = THREADS.getCurrentThreadCpuTime();
    StrictGrade grade = pair.grade();
    long taken = THREADS.getCurrentThreadCpuTime() - start;
    System.out.printf(
        "%.1f ms %s %s: %s%n", taken / NANOS_PER_MILLI, grade.outcome(), grade.rule(), pair.name());
  }

  private static void warm(String file) {
    List<LabelledPair> pairs = pairs(file);
    for (int round = 1; round <= ROUNDS; round++) {
      long worst = 0;
      int worstRow = 0;
      long start = THREADS.getCurrentThreadCpuTime();
      for (int i = 0; i < pairs.size(); i++) {
        long before = THREADS.getCurrentThreadCpuTime();
        pairs.get(i).grade();
        long taken = THREADS.getCurrentThreadCpuTime() - before;
        if (taken > SLOW && round == ROUNDS) {
          System.out.printf("slow: %.1f ms %s%n", taken / NANOS_PER_MILLI, pairs.get(i).name());
        }
        if (taken > worst) {
          worst = taken;
          worstRow = i;
        }
      }
      long total = THREADS.getCurrentThreadCpuTime() - start;
      if (round == 1 || round == ROUNDS) {
        System.out.printf(
            "%s, round %d: %,.0f verdicts/s, worst %.1f ms: %s%n",
            file,
            round,
            pairs.size() * 1e9 / total,
            worst / NANOS_PER_MILLI,
            pairs.get(worstRow).name());
      }
    }
  }

  private static void differences(String file, List<LabelledPair> pairs) {
    Map<String, Integer> counts = new TreeMap<>();
    for (LabelledPair pair : pairs) {
      StrictGrade grade = pair.grade();
      boolean agrees = pair.label() == grade.isRight();
      counts.merge(agrees ? "agree" : "differ", 1, Integer::sum);
      counts.merge(grade.outcome().toString(), 1, Integer::sum);
      if (!agrees) {
        System.out.printf(
            "%s label=%s %s %s%n    gold: %s%n    extracted: %s%n    tail: %s%n",
            pair.name(),
            pair.label(),
            grade.outcome(),
            grade.rule(),
            shown(pair.gold()),
            shown(grade.extracted()),
            shown(pair.prediction()));
      }
    }
    System.out.println(file + " " + counts);
  }

  private static String shown(String text) {
    String line = text.replace('\n', '⏎');
    return line.length() <= 200 ? line : "…" + line.substring(line.length() - 200);
  }
}
