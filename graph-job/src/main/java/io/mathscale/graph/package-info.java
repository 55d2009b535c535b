/**
 * The commands {@code build}, concepts to the concept graph, and {@code compose}, random walks over
 * it to compositions; and the concept graph for other programs.
 */
package io.mathscale.graph;
