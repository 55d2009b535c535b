/** Placeholder. */
package io.mathscale.grader;
