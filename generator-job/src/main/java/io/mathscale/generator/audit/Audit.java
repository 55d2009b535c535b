package io.mathscale.generator.audit;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import io.mathscale.core.data.AuditKind;
import io.mathscale.core.data.AuditedQuestion;
import io.mathscale.core.data.Contamination;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.generator.benchmark.BenchmarkQuestion;
import io.mathscale.generator.refine.Candidate;
import io.mathscale.generator.refine.Candidates;
import io.mathscale.generator.refine.Decontamination;
import io.mathscale.generator.refine.ScreenedCandidate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/**
 * Measures what decontamination finds: questions of which it is known whether they are leaks go
 * through the same step as the rows, as a data set of their own. The step looks at each row by
 * itself, so they fare as they would among the rows, and none of them can meet one.
 */
public final class Audit {
  private final SparkSession spark;
  private final long seed;
  private final int count;

  /**
   * An audit.
   *
   * @param seed seed of the run
   * @param count how many altered questions, and how many clean ones, are planted
   */
  public Audit(SparkSession spark, long seed, int count) {
    this.spark = spark;
    this.seed = seed;
    this.count = count;
  }

  /**
   * What is found of the planted questions; nothing is planted without a benchmark.
   *
   * @param benchmark the questions that must not be in the training data
   * @param rows the run's own rows
   * @param decontamination the step that the rows go through
   */
  public List<AuditedQuestion> of(
      List<BenchmarkQuestion> benchmark, Dataset<Candidate> rows, Decontamination decontamination) {
    if (count == 0 || benchmark.isEmpty()) {
      return List.of();
    }

    AuditPlan plan = new AuditPlan(seed, benchmark);
    List<PlantedQuestion> planted = new ArrayList<>(plan.ofBenchmark(count, false));
    planted.addAll(plan.ofBenchmark(count, true));
    planted.addAll(plan.ofOwnRows(ownRows(rows, AuditPlan.share(count, 2, 0))));
    List<SeedQuestion> asked =
        planted.stream().flatMap(one -> Stream.of(one.unanswered(), one.answered())).toList();
    Map<String, ScreenedCandidate> found = new HashMap<>();
    decontamination
        .of(Candidates.ofSeeds(spark.createDataset(asked, SeedQuestion.ENCODER)))
        .collectAsList()
        .forEach(one -> found.put(one.candidate().pair().id(), one));
    return planted.stream().map(one -> audited(one, found)).toList();
  }

  private static AuditedQuestion audited(
      PlantedQuestion planted, Map<String, ScreenedCandidate> found) {
    ScreenedCandidate plain = found.get(planted.id());
    ScreenedCandidate answered = found.get(planted.answeredId());
    // A clean row of real data has an answer, which may agree with a problem's by chance.
    ScreenedCandidate judged = planted.kind().isControl() ? answered : plain;
    return planted.audited(
        method(judged), judged.candidate().rejected() != null, !method(answered).isEmpty());
  }

  private static String method(ScreenedCandidate screened) {
    return screened.contamination().stream()
        .map(Contamination::method)
        .sorted()
        .findFirst()
        .map(Enum::name)
        .orElse("");
  }

  private List<OwnRow> ownRows(Dataset<Candidate> rows, int wanted) {
    return rows.where(col("rejected").isNull().and(col("pair.question").rlike("[1-9]")))
        .select(col("pair.id"), col("pair.origin"), col("pair.question"), col("pair.answer"))
        .orderBy(
            xxhash64(lit(seed), lit(AuditKind.OWN_ROW.name()), col("id"), col("origin")),
            col("id"),
            col("origin"))
        .limit(wanted)
        .select("id", "question", "answer")
        .as(OwnRow.ENCODER)
        .collectAsList();
  }
}
