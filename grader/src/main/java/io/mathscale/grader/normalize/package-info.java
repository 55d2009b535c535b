/**
 * Brings parsed answers into the form in which they are compared: inequalities become intervals,
 * {@code ±} becomes two members, matrices are worked out.
 */
package io.mathscale.grader.normalize;
