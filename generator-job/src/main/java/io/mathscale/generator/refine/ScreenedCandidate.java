package io.mathscale.generator.refine;

import io.mathscale.core.data.Contamination;
import io.mathscale.core.encoder.RecordEncoders;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * A candidate that was held against the benchmark.
 *
 * @param candidate the candidate
 * @param contamination the problems that it asks
 */
public record ScreenedCandidate(Candidate candidate, List<Contamination> contamination) {
  /** Rows of this type, a column a component. */
  public static final Encoder<ScreenedCandidate> ENCODER =
      RecordEncoders.of(ScreenedCandidate.class);
}
