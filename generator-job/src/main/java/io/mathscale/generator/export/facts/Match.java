package io.mathscale.generator.export.facts;

/**
 * A row beside the text that it matches.
 *
 * @param kind in what they are alike
 * @param score how much, from 0 to 1
 * @param id id of the row
 * @param text its question
 * @param otherId id of what it matches
 * @param otherText the question of that
 */
public record Match(
    String kind, double score, String id, String text, String otherId, String otherText) {}
