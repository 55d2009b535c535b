package io.mathscale.eval.compare;

import io.mathscale.core.encoder.RecordEncoders;
import io.mathscale.eval.metrics.PairedShares;
import io.mathscale.eval.metrics.Pairing;
import org.apache.spark.sql.Encoder;

/**
 * How two runs do on a data set.
 *
 * @param first the run that is compared with
 * @param second the run that is compared
 * @param dataset {@code data_topic}
 * @param both problems that both have right
 * @param onlyFirst problems that the first alone has right
 * @param onlySecond problems that the second alone has right
 * @param neither problems that neither has right
 * @param firstShares shares of the answers that the first has right, in billionths
 * @param secondShares shares of the answers that the second has right, in billionths
 * @param squares squares of the differences of these shares, in billionths
 */
public record RunPairing(
    String first,
    String second,
    String dataset,
    long both,
    long onlyFirst,
    long onlySecond,
    long neither,
    long firstShares,
    long secondShares,
    long squares) {
  static final Encoder<RunPairing> ENCODER = RecordEncoders.of(RunPairing.class);

  /** The counts alone. */
  Pairing pairing() {
    return new Pairing(
        both, onlyFirst, onlySecond, neither, new PairedShares(firstShares, secondShares, squares));
  }
}
