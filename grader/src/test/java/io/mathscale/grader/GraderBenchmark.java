package io.mathscale.grader;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Times the strict grader, in processor time of its thread, and lists where it disagrees with
 * labels. Arguments: files of labelled rows, {@code hostile} for inputs made to take long; without
 * any, all that is known. Run with {@code -Dmathscale.root=…}.
 */
final class GraderBenchmark {
  private static final int ROUNDS = 25;
  private static final long SLOW = 20_000_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private GraderBenchmark() {}

  public static void main(String[] args) {
    List<String> files = new ArrayList<>(List.of(args));
    if (files.isEmpty()) {
      files.addAll(
          List.of(
              "grader/cases.jsonl",
              "grader/negatives.jsonl",
              "grader/perf.jsonl",
              "outputs/math500.rho.jsonl",
              "outputs/gsm8k.openai-gpt3.jsonl",
              "hostile"));
    }
    if (files.remove("hostile")) {
      speed("hostile", Hostile.pairs());
    }
    for (String file : files) {
      List<Pair> pairs = new ArrayList<>();
      for (JsonNode row : RealData.rows(RealData.path(file))) {
        pairs.add(Pair.of(row));
      }
      disagreements(file, pairs);
      speed(file, pairs);
    }
  }

  private static void disagreements(String file, List<Pair> pairs) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      StrictVerdict verdict = pair.grade();
      boolean agrees = pair.label() ? verdict.isRight() : verdict.outcome() != Outcome.RIGHT;
      counts.merge(agrees ? "agree" : "disagree", 1, Integer::sum);
      counts.merge("outcome " + verdict.outcome(), 1, Integer::sum);
      counts.merge("rule " + verdict.rule(), 1, Integer::sum);
      if (!agrees || verdict.outcome() == Outcome.UNDECIDED) {
        System.out.printf(
            "%s:%d label=%s %s %s%n    gold: %s%n    extracted: %s%n    tail: %s%n",
            Path.of(file).getFileName(),
            i,
            pair.label(),
            verdict.outcome(),
            verdict.rule(),
            shown(pair.gold()),
            shown(verdict.extracted()),
            shown(pair.prediction()));
      }
    }
    System.out.println(file + " " + counts);
  }

  private static String shown(String text) {
    String line = text.replace('\n', '⏎');
    return line.length() <= 200 ? line : "…" + line.substring(line.length() - 200);
  }

  private static void speed(String name, List<Pair> pairs) {
    for (int round = 1; round <= ROUNDS; round++) {
      long worst = 0;
      int worstRow = 0;
      long start = THREADS.getCurrentThreadCpuTime();
      for (int i = 0; i < pairs.size(); i++) {
        long before = THREADS.getCurrentThreadCpuTime();
        pairs.get(i).grade();
        long taken = THREADS.getCurrentThreadCpuTime() - before;
        if (taken > SLOW && round == ROUNDS) {
          System.out.printf(
              "slow: %.1f ms, row %d: %s%n", taken / 1e6, i, shown(pairs.get(i).prediction()));
        }
        if (taken > worst) {
          worst = taken;
          worstRow = i;
        }
      }
      long total = THREADS.getCurrentThreadCpuTime() - start;
      if (round != 1 && round != ROUNDS) {
        continue;
      }
      System.out.printf(
          "%s round %d: %.0f verdicts/s, worst %.2f ms in row %d%n",
          name, round, pairs.size() * 1e9 / total, worst / 1e6, worstRow);
    }
  }

  /** A labelled row. */
  record Pair(String prediction, String gold, boolean isCompletion, boolean label) {
    static Pair of(JsonNode row) {
      if (row.has("completion")) {
        return new Pair(
            row.get("completion").asText(),
            row.get("reference").asText(),
            true,
            row.get("judge").asBoolean());
      }
      return new Pair(
          row.get("prediction").asText(),
          row.get("gold").asText(),
          row.get("kind").asText().equals("completion"),
          row.get("label").asBoolean());
    }

    StrictVerdict grade() {
      return isCompletion
          ? Graders.strict().grade(prediction, gold)
          : Graders.strict().gradeAnswer(prediction, gold);
    }
  }

  /** Inputs made to take long. */
  static final class Hostile {
    private Hostile() {}

    static List<Pair> pairs() {
      List<Supplier<String>> answers =
          List.of(
              () -> "10^{10^{10^{10}}}",
              () -> "9^{9^{9^{9}}}+1",
              () -> "100000!",
              () -> "(((3!)!)!)!",
              () -> "2^{65535}-1",
              () -> "{".repeat(10_000) + "1" + "}".repeat(10_000),
              () -> "(".repeat(10_000) + "1" + ")".repeat(10_000),
              () -> "\\frac".repeat(1_500),
              () -> "\\frac{1}{".repeat(90) + "x" + "}".repeat(90),
              () -> "1\\frac".repeat(80) + "12",
              () -> "\\sqrt{".repeat(90) + "x" + "}".repeat(90),
              () -> "\\sqrt{2+".repeat(45) + "x" + "}".repeat(45),
              () -> "7".repeat(1_000_000),
              () -> "7".repeat(3_999) + "." + "3".repeat(10),
              () -> "a".repeat(1_000_000),
              () -> "x ".repeat(2_000),
              () -> "1,".repeat(3_000),
              () -> "\\sin(x+".repeat(40) + "1" + ")".repeat(40),
              () -> "x^".repeat(90) + "x",
              () -> "\\sin x+".repeat(300) + "1",
              () -> "e^{x}+".repeat(300) + "1",
              () -> "\\pm 1".repeat(12),
              () -> "\\{" + "\\sin(1)+\\sqrt{2},".repeat(100) + "1\\}",
              () -> "$".repeat(100_000),
              () -> "\\boxed{".repeat(100_000),
              () -> "\\text{".repeat(1_000),
              () -> "|".repeat(5_000),
              () -> "answer is ".repeat(50_000),
              () -> "\\binom{10000}{5000}",
              () -> "e^{e^{e^{e^{e}}}}",
              () -> "0." + "1".repeat(3_000),
              () -> "(x+1)^{100000}",
              () -> "-".repeat(2_900) + "1",
              () -> "x!".repeat(1) + "!".repeat(2_000),
              () -> "1e99999",
              () -> "\\begin{pmatrix}" + "1&".repeat(500) + "1\\end{pmatrix}");
      List<Pair> pairs = new ArrayList<>();
      for (Supplier<String> answer : answers) {
        String text = answer.get();
        for (boolean isCompletion : new boolean[] {true, false}) {
          pairs.add(new Pair(text, "1", isCompletion, false));
          pairs.add(new Pair("The answer is " + text + "+2", text + "+3", isCompletion, false));
          pairs.add(new Pair("\\boxed{" + text + "}", "2 " + text, isCompletion, false));
        }
      }
      return pairs;
    }
  }
}
