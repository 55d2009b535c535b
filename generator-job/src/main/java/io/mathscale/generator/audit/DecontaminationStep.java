package io.mathscale.generator.audit;

import io.mathscale.generator.refine.Candidate;
import io.mathscale.generator.refine.ScreenedCandidate;
import org.apache.spark.sql.Dataset;

/** The step of {@code refine} that is audited. */
@FunctionalInterface
public interface DecontaminationStep {
  /** Holds candidates against the benchmark, each by itself. */
  Dataset<ScreenedCandidate> of(Dataset<Candidate> candidates);
}
