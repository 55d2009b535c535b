package io.mathscale.generator.seeds;

import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.text.NormalForm;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;

/**
 * Rejects the seeds that ask a question of the benchmark, be it in another typography.
 *
 * @param problems a problem for each question of the benchmark, by the id of its normal form
 * @param command the command that reads, for rejections
 */
record RejectBenchmarkSeeds(Broadcast<Map<String, String>> problems, String command)
    implements MapFunction<SeedRow, SeedRow> {
  private static final long serialVersionUID = 1L;

  @Override
  public SeedRow call(SeedRow row) {
    SeedQuestion seed = row.seed();
    if (seed == null) {
      return row;
    }

    String problem = problems.value().get(NormalForm.of(seed.question()).id());
    return problem == null ? row : row.as(null, rejected(row, problem));
  }

  private Rejected rejected(SeedRow row, String problem) {
    return new Rejected(
        row.seed().id(),
        command,
        RejectionReason.IN_BENCHMARK,
        "the same question, but for typography, as the problem " + problem,
        row.origin(),
        row.seed().question());
  }
}
