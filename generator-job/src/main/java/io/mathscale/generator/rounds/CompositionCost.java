package io.mathscale.generator.rounds;

/**
 * What one composition takes, over all stages that ask for it and for its rows.
 *
 * @param calls model calls
 * @param dollars US dollars
 * @param error half the 95 % interval of the dollars, as a share of them
 */
public record CompositionCost(double calls, double dollars, double error) {}
