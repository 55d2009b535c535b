/** Scores for people: one HTML file that needs nothing else. */
package io.mathscale.eval.report;
