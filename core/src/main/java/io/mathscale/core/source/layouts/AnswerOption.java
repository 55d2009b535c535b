package io.mathscale.core.source.layouts;

/**
 * An answer to choose.
 *
 * @param letter its letter, {@code A} or later
 * @param text what it says
 */
public record AnswerOption(String letter, String text) {}
