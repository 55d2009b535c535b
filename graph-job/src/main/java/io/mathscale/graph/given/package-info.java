/** Concepts of seeds that users have from elsewhere, so that nobody is asked for them again. */
package io.mathscale.graph.given;
