/** Placeholder. */
package io.mathscale.generator;
