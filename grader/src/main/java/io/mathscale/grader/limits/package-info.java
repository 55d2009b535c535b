/**
 * How much work one comparison may take: counts of characters, digits and steps, never clocks, so
 * that the verdict is the same on every machine.
 */
package io.mathscale.grader.limits;
