/** Concepts to the concept graph, and random walks over it to compositions. */
package io.mathscale.graph;
