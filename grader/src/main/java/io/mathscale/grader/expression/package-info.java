/**
 * Expressions as trees of nodes, the exact fractions and units in them, and their canonical form.
 * What the parser builds and the comparison reads.
 */
package io.mathscale.grader.expression;
