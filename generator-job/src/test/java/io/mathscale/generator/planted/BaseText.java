package io.mathscale.generator.planted;

import java.io.Serializable;

/**
 * A clean question with its solution.
 *
 * @param question the question
 * @param solution the solution
 * @param answer the final answer
 */
public record BaseText(String question, String solution, String answer) implements Serializable {}
