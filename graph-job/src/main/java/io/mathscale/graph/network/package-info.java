/**
 * Numbered concepts and the weighted edges between them: adjacency, connected components, PageRank,
 * communities.
 */
package io.mathscale.graph.network;
