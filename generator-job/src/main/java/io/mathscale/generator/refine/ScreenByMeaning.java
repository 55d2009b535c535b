package io.mathscale.generator.refine;

import io.mathscale.core.config.RefineConfig.EmbeddingAction;
import io.mathscale.core.config.RefineConfig.Embeddings;
import io.mathscale.core.data.Contamination;
import io.mathscale.core.data.ContaminationMethod;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.generator.meaning.AlikeProblem;
import io.mathscale.generator.meaning.BenchmarkVectors;
import io.mathscale.generator.meaning.FindAlike;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;

/**
 * The rule that no question of the benchmark is in the training data in other words; candidates
 * that were rejected before are not looked at, nor problems of a benchmark of which one was found
 * by its words.
 *
 * @param vectors the benchmark
 * @param config from when on questions are alike, and what becomes of them
 */
record ScreenByMeaning(Broadcast<BenchmarkVectors> vectors, Embeddings config)
    implements MapPartitionsFunction<ScreenedCandidate, ScreenedCandidate> {
  private static final long serialVersionUID = 1L;

  @Override
  public Iterator<ScreenedCandidate> call(Iterator<ScreenedCandidate> candidates) {
    FindAlike search = new FindAlike(vectors.value(), config.threshold());
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return candidates.hasNext();
      }

      @Override
      public ScreenedCandidate next() {
        return screened(candidates.next(), search);
      }
    };
  }

  private ScreenedCandidate screened(ScreenedCandidate screened, FindAlike search) {
    if (screened.candidate().rejected() != null) {
      return screened;
    }

    QaPair pair = screened.candidate().pair();
    boolean isRemoved = config.action() == EmbeddingAction.REMOVE;
    List<Contamination> contamination = new ArrayList<>(screened.contamination());
    AlikeProblem mostAlike = null;
    for (AlikeProblem alike : search.of(pair.question())) {
      if (screened.contamination().stream()
          .noneMatch(known -> known.benchmark().equals(alike.benchmark()))) {
        contamination.add(contamination(pair, alike, isRemoved));
        if (mostAlike == null || alike.cosine() > mostAlike.cosine()) {
          mostAlike = alike;
        }
      }
    }

    Rejected rejected = isRemoved && mostAlike != null ? rejected(pair, mostAlike) : null;
    return new ScreenedCandidate(new Candidate(pair, rejected), contamination);
  }

  private static Contamination contamination(QaPair pair, AlikeProblem alike, boolean isRemoved) {
    return new Contamination(
        pair.id(),
        pair.origin(),
        alike.problem(),
        alike.benchmark(),
        ContaminationMethod.EMBEDDING,
        alike.cosine(),
        "",
        isRemoved,
        alike.question());
  }

  private static Rejected rejected(QaPair pair, AlikeProblem alike) {
    return RejectedCandidate.of(
        pair,
        RejectionReason.NEAR_BENCHMARK,
        String.format(
            Locale.ROOT,
            "in other words the problem %s: cosine %.3f",
            alike.problem(),
            alike.cosine()));
  }
}
