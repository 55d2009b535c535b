/** Names of concepts: which of them are one concept, and how many seeds hold it. */
package io.mathscale.graph.concepts;
