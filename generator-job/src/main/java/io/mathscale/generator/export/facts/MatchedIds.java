package io.mathscale.generator.export.facts;

import java.io.Serializable;

/**
 * A row that was left out and what it matches.
 *
 * @param kind in what they are alike
 * @param score how much, from 0 to 1
 * @param id the row that was left out
 * @param other what it matches
 */
record MatchedIds(String kind, double score, String id, String other) implements Serializable {}
