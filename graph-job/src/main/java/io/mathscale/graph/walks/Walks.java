package io.mathscale.graph.walks;

import io.mathscale.core.data.Composition;
import org.apache.spark.sql.Dataset;

/**
 * The walks of all epochs over the concept graph. The position of a walk among them is its epoch
 * times the number of topics, plus its start topic.
 */
public interface Walks {
  /** Fingerprints of those walks at these positions that make a composition. */
  Dataset<WalkFingerprint> fingerprints(Dataset<Long> positions);

  /** The compositions that the walks at these positions make. */
  Dataset<Composition> compositions(Dataset<Long> positions, Composer.Factory composers);
}
