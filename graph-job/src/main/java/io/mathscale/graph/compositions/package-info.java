/** Compositions: walks with examples, and what is in all of them. */
package io.mathscale.graph.compositions;
