package io.mathscale.generator.meaning;

import io.mathscale.core.identity.StableHash;
import io.mathscale.generator.benchmark.BenchmarkQuestion;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/** The embeddings of a benchmark as one matrix, 1.5 KB a problem, to be searched by numbers. */
public final class BenchmarkVectors implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Problems that one task embeds. */
  private static final int PROBLEMS_OF_TASK = 500;

  /** Sums that are added to in turns, which processors do at once. */
  private static final int LANES = 8;

  private final int width;
  private final float[] matrix;

  /** Problems by the numbers that they have. */
  private final HashMap<Long, int[]> byNumbers = new HashMap<>();

  private final String[] problems;
  private final String[] questions;
  private final String[] benchmarks;
  private final int[] benchmarkOf;

  private BenchmarkVectors(List<EmbeddedProblem> embedded) {
    width = embedded.isEmpty() ? 0 : embedded.get(0).vector().size();
    matrix = new float[width * embedded.size()];
    problems = embedded.stream().map(EmbeddedProblem::problem).toArray(String[]::new);
    questions = embedded.stream().map(EmbeddedProblem::question).toArray(String[]::new);
    List<String> names = embedded.stream().map(EmbeddedProblem::benchmark).distinct().toList();
    benchmarks = names.toArray(String[]::new);
    benchmarkOf = embedded.stream().mapToInt(one -> names.indexOf(one.benchmark())).toArray();
    Map<Long, List<Integer>> lists = new HashMap<>();
    for (int i = 0; i < questions.length; i++) {
      lists.computeIfAbsent(numbers(questions[i]), key -> new ArrayList<>()).add(i);
      for (int j = 0; j < width; j++) {
        matrix[i * width + j] = embedded.get(i).vector().get(j);
      }
    }

    lists.forEach(
        (key, list) -> byNumbers.put(key, list.stream().mapToInt(Integer::intValue).toArray()));
  }

  /** Embeds the questions of a benchmark on the executors; they must fit into memory. */
  public static BenchmarkVectors of(SparkSession spark, List<BenchmarkQuestion> benchmark) {
    Dataset<BenchmarkQuestion> questions =
        spark
            .createDataset(benchmark, BenchmarkQuestion.ENCODER)
            .repartition(1 + benchmark.size() / PROBLEMS_OF_TASK);
    return of(
        questions.mapPartitions(new EmbedProblems(), EmbeddedProblem.ENCODER).collectAsList());
  }

  static BenchmarkVectors of(List<EmbeddedProblem> embedded) {
    return new BenchmarkVectors(
        embedded.stream()
            .sorted(
                Comparator.comparing(EmbeddedProblem::benchmark)
                    .thenComparing(EmbeddedProblem::problem)
                    .thenComparing(EmbeddedProblem::question))
            .toList());
  }

  /** Whether any problem has the numbers of a question; others need not be embedded. */
  boolean mayAsk(String question) {
    return byNumbers.containsKey(numbers(question));
  }

  /**
   * Of each benchmark the problem most alike, where it is alike enough and has the same numbers.
   *
   * @param vector the question's embedding
   */
  List<AlikeProblem> mostAlike(String question, float[] vector, double threshold) {
    int[] best = new int[benchmarks.length];
    float[] cosines = new float[benchmarks.length];
    Arrays.fill(best, -1);
    for (int problem : byNumbers.getOrDefault(numbers(question), new int[0])) {
      float cosine = cosine(problem, vector);
      int benchmark = benchmarkOf[problem];
      if (cosine >= threshold && (best[benchmark] < 0 || cosine > cosines[benchmark])) {
        best[benchmark] = problem;
        cosines[benchmark] = cosine;
      }
    }

    List<AlikeProblem> alike = new ArrayList<>();
    for (int i = 0; i < best.length; i++) {
      if (best[i] >= 0) {
        alike.add(
            new AlikeProblem(problems[best[i]], benchmarks[i], questions[best[i]], cosines[i]));
      }
    }

    return alike;
  }

  private float cosine(int problem, float[] vector) {
    float[] sums = new float[LANES];
    int row = problem * width;
    for (int j = 0; j < width; j += LANES) {
      for (int k = 0; k < LANES; k++) {
        sums[k] += matrix[row + j + k] * vector[j + k];
      }
    }

    float sum = 0;
    for (float part : sums) {
      sum += part;
    }

    return sum;
  }

  private static long numbers(String question) {
    return StableHash.hash(0, NumberSet.of(question));
  }
}
