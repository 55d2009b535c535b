package io.mathscale.eval.prepare;

/**
 * An answer to choose.
 *
 * @param letter its letter
 * @param text what it says
 */
record AnswerOption(String letter, String text) {}
