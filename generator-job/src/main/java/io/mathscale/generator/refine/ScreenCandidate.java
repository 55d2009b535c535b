package io.mathscale.generator.refine;

import io.mathscale.core.config.RefineConfig.Decontaminate;
import io.mathscale.core.config.RefineConfig.LeakAction;
import io.mathscale.core.data.Contamination;
import io.mathscale.core.data.ContaminationMethod;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.generator.decontaminate.BenchmarkIndex;
import io.mathscale.generator.decontaminate.FindLeaks;
import io.mathscale.generator.decontaminate.Leak;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;

/**
 * The rule that no question of the benchmark is in the training data; candidates that were rejected
 * before are not looked at.
 *
 * @param index the benchmark
 * @param nearLeaks what becomes of questions with words changed
 * @param numberSwaps what becomes of questions with other numbers
 */
record ScreenCandidate(
    Broadcast<BenchmarkIndex> index, LeakAction nearLeaks, LeakAction numberSwaps)
    implements MapFunction<Candidate, ScreenedCandidate> {
  private static final long serialVersionUID = 1L;

  static ScreenCandidate with(Broadcast<BenchmarkIndex> index, Decontaminate config) {
    return new ScreenCandidate(index, config.nearLeaks().action(), config.numberSwaps());
  }

  @Override
  public ScreenedCandidate call(Candidate candidate) {
    if (candidate.rejected() != null) {
      return new ScreenedCandidate(candidate, List.of());
    }

    QaPair pair = candidate.pair();
    List<Contamination> contamination = new ArrayList<>();
    Leak worst = null;
    for (Leak leak : FindLeaks.of(index.value(), pair.question(), pair.answer())) {
      boolean isRemoved = isRemoved(leak.method());
      if (isRemoved && (worst == null || Leak.BEST_FIRST.compare(leak, worst) < 0)) {
        worst = leak;
      }

      contamination.add(
          new Contamination(
              pair.id(),
              pair.origin(),
              leak.problem(),
              leak.benchmark(),
              leak.method(),
              leak.score(),
              leak.text(),
              isRemoved,
              leak.question()));
    }

    Rejected rejected = worst == null ? null : rejected(pair, worst);
    return new ScreenedCandidate(new Candidate(pair, rejected), contamination);
  }

  private boolean isRemoved(ContaminationMethod method) {
    return switch (method) {
      case EXACT -> true;
      case NEAR -> nearLeaks == LeakAction.REMOVE;
      case NUMBER_SWAP -> numberSwaps == LeakAction.REMOVE;
      case EMBEDDING -> throw new IllegalStateException("No words are alike: " + method);
    };
  }

  private static Rejected rejected(QaPair pair, Leak leak) {
    return switch (leak.method()) {
      case EXACT ->
          RejectedCandidate.of(
              pair,
              RejectionReason.IN_BENCHMARK,
              "the same question as the problem " + leak.problem());
      case NEAR ->
          RejectedCandidate.of(
              pair,
              RejectionReason.NEAR_BENCHMARK,
              "%d of %d words differ from the problem %s"
                  .formatted(leak.edits(), leak.tokens(), leak.problem()));
      case NUMBER_SWAP ->
          RejectedCandidate.of(
              pair,
              RejectionReason.NEAR_BENCHMARK,
              "but for numbers the same question as the problem " + leak.problem());
      case EMBEDDING -> throw new IllegalStateException("No words are alike: " + leak);
    };
  }
}
