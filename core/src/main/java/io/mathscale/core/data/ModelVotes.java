package io.mathscale.core.data;

/**
 * How many of a model's fresh solutions have an answer.
 *
 * @param model name of the model, as configured
 * @param count fresh solutions
 */
public record ModelVotes(String model, int count) {}
