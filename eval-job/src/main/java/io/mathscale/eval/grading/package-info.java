/**
 * The graders as this job uses them: both grades of one answer, and of the prediction in a row of a
 * file. Needs no Spark.
 */
package io.mathscale.eval.grading;
