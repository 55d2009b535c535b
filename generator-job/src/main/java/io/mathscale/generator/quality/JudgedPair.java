package io.mathscale.generator.quality;

import io.mathscale.core.data.Quality;
import java.util.Optional;

/**
 * What the quality rules say of a row.
 *
 * @param quality what they measured, up to the rule that rejects the row
 * @param violation the first violation of a rule that rejects; empty where there is none
 */
public record JudgedPair(Quality quality, Optional<Violation> violation) {}
