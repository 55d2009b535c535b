package io.mathscale.graph.walks;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * A composition in as few bytes as can be, to find out which come twice.
 *
 * @param high one half of the hash of its concepts
 * @param low the other half
 * @param position its place among all walks: epoch times number of topics, plus start topic
 */
public record WalkFingerprint(long high, long low, long position) {
  /** Rows of this type, a column a component. */
  public static final Encoder<WalkFingerprint> ENCODER = RecordEncoders.of(WalkFingerprint.class);

  /** Salts of the two halves of the hash. */
  private static final long HIGH = 1;

  private static final long LOW = 2;

  /** The fingerprint of the walk at a position. */
  public static WalkFingerprint of(Walk walk, long position) {
    return new WalkFingerprint(walk.hash(HIGH), walk.hash(LOW), position);
  }
}
