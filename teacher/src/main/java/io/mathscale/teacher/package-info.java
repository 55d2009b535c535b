/** Placeholder. */
package io.mathscale.teacher;
