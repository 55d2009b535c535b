/**
 * Rounds of asking and refining: which compositions a round takes, what became of its rows, and how
 * many more are needed for the rows that are wanted.
 */
package io.mathscale.generator.rounds;
