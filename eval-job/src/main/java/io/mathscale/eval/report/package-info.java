/**
 * Scores for people: what a report tells is gathered here, and written as one HTML file that needs
 * nothing else.
 */
package io.mathscale.eval.report;
