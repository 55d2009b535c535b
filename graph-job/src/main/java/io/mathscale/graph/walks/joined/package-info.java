/** The same random walks over a graph too large for one process, a join a step. */
package io.mathscale.graph.walks.joined;
