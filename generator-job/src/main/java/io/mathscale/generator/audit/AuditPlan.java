package io.mathscale.generator.audit;

import io.mathscale.core.data.AuditKind;
import io.mathscale.core.identity.StableHash;
import io.mathscale.core.identity.StableRandom;
import io.mathscale.generator.benchmark.BenchmarkQuestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Chooses what is planted: a function of the seed, the benchmark and the rows. */
final class AuditPlan {
  private final long seed;
  private final List<BenchmarkQuestion> latin = new ArrayList<>();
  private final List<BenchmarkQuestion> ideographic = new ArrayList<>();
  private final List<BenchmarkQuestion> all;

  AuditPlan(long seed, List<BenchmarkQuestion> benchmark) {
    this.seed = seed;
    // A benchmark may show a question twice, with its options and without them.
    all = benchmark.stream().sorted(Comparator.comparing(AuditPlan::identity)).distinct().toList();
    all.forEach(one -> (isIdeographic(one) ? ideographic : latin).add(one));
  }

  private static String identity(BenchmarkQuestion question) {
    return String.join(
        "\u0000", question.benchmark(), question.problem(), question.question(), question.answer());
  }

  private static boolean isIdeographic(BenchmarkQuestion question) {
    return new ProseText(question.question()).isIdeographic();
  }

  /** So many questions of each kind that is altered, or else of each kind that is clean. */
  List<PlantedQuestion> ofBenchmark(int count, boolean isControl) {
    List<AuditKind> kinds =
        Arrays.stream(AuditKind.values()).filter(kind -> kind.isControl() == isControl).toList();
    List<PlantedQuestion> planted = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      if (kinds.get(i) != AuditKind.OWN_ROW) {
        planted.addAll(ofKind(kinds.get(i), share(count, kinds.size(), i)));
      }
    }

    return planted;
  }

  /** How many of a number fall to one of so many parts. */
  static int share(int count, int parts, int part) {
    return count / parts + (part < count % parts ? 1 : 0);
  }

  private List<PlantedQuestion> ofKind(AuditKind kind, int count) {
    long[] order =
        all.stream()
            .mapToLong(one -> StableHash.hash(seed, "audit", kind, identity(one)))
            .toArray();
    return IntStream.range(0, all.size())
        .boxed()
        .sorted(Comparator.comparingLong(i -> order[i]))
        .map(i -> planted(kind, all.get(i)))
        .flatMap(Optional::stream)
        .limit(count)
        .toList();
  }

  private Optional<PlantedQuestion> planted(AuditKind kind, BenchmarkQuestion question) {
    SplittableRandom random = StableRandom.of(seed, "alter", kind, identity(question));
    boolean isIdeographic = isIdeographic(question);
    List<BenchmarkQuestion> others = isIdeographic ? ideographic : latin;
    BenchmarkQuestion other = others.get(random.nextInt(others.size()));
    return AlteredQuestion.of(kind, question.question(), other.question(), random)
        .map(
            altered ->
                new PlantedQuestion(
                    StableHash.contentId("audit", seed, kind, identity(question)),
                    kind,
                    question.problem(),
                    question.benchmark(),
                    isIdeographic,
                    altered,
                    kind == AuditKind.OTHER_TASK ? other.answer() : question.answer()));
  }

  /**
   * Clean questions of rows of the run's own data; those without numbers are left out.
   *
   * @param rows rows in an order that does not depend on partitions
   */
  List<PlantedQuestion> ofOwnRows(List<OwnRow> rows) {
    List<PlantedQuestion> planted = new ArrayList<>();
    for (OwnRow row : rows) {
      SplittableRandom random = StableRandom.of(seed, "alter", AuditKind.OWN_ROW, row.id());
      AlteredQuestion.of(AuditKind.OWN_ROW, row.question(), "", random)
          .ifPresent(
              altered ->
                  planted.add(
                      new PlantedQuestion(
                          StableHash.contentId("audit", seed, AuditKind.OWN_ROW, row.id()),
                          AuditKind.OWN_ROW,
                          row.id(),
                          "",
                          new ProseText(altered).isIdeographic(),
                          altered,
                          row.answer())));
    }

    return planted;
  }
}
