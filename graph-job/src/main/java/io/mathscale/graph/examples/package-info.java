/** The seeds shown as examples: an inverted index, and the search for the nearest ones in it. */
package io.mathscale.graph.examples;
