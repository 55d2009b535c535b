package io.mathscale.generator.overview;

/**
 * How long texts are, in characters.
 *
 * @param texts how many there are, blank ones not counted
 * @param shortest the shortest
 * @param median half of them are no longer
 * @param most 95 % of them are no longer
 * @param longest the longest
 */
public record TextLengths(long texts, long shortest, long median, long most, long longest) {}
