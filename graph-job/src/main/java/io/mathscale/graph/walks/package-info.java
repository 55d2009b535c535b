/** Random walks over a concept graph that every process has in memory, and which of them count. */
package io.mathscale.graph.walks;
