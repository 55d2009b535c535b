package io.mathscale.generator.export.facts;

import java.io.Serializable;

/**
 * A row and what it matches.
 *
 * @param kind in what they are alike
 * @param score how much, from 0 to 1
 * @param id the row
 * @param other what it matches
 * @param otherText the question of that, where it is at hand; else empty
 */
record MatchedIds(String kind, double score, String id, String other, String otherText)
    implements Serializable {}
