/** The graders as this job uses them. */
package io.mathscale.eval.grading;
