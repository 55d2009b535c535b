package io.mathscale.grader;

/**
 * What the released MWPBench grader says.
 *
 * @param right whether it counts the answer as right
 * @param prediction the prediction as it was compared; empty if no number was found where the
 *     reference is one; a sentence of the grader's own if nothing at all could be extracted
 * @param reference the reference as it was compared
 * @param raises the Python exception that ends the released grader on this reference ({@code
 *     AssertionError} or {@code IndexError}), empty if none. Its driver then drops the whole data
 *     set; here the row is not right and the others still count
 */
public record MwpbenchGrade(boolean right, String prediction, String reference, String raises) {}
