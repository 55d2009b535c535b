/** Placeholder. */
package io.mathscale.graph;
