package io.mathscale.graph.walks;

import io.mathscale.core.data.Concept;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.graph.network.ConceptIndex;
import java.util.List;
import java.util.Optional;

/**
 * The concept graph of a workspace, as far as the driver holds it in memory.
 *
 * @param nodes all nodes
 * @param concepts their numbers
 * @param edgeCount how many edges there are
 * @param arcs the arcs that all edges make; none where there are too many
 */
public record LoadedGraph(
    List<Concept> nodes, ConceptIndex concepts, long edgeCount, Optional<GraphArcs> arcs) {
  /**
   * Reads a graph.
   *
   * @param mostEdges edges beyond this number are not held in memory
   * @throws io.mathscale.core.config.ConfigException when an edge that is held has an end that is
   *     no node
   */
  public static LoadedGraph read(Workspace workspace, long mostEdges) {
    List<Concept> nodes = workspace.read(Tables.NODES).collectAsList();
    ConceptIndex concepts = ConceptIndex.of(nodes);
    long edgeCount = workspace.manifest(Tables.EDGES.name()).orElseThrow().rows();
    Optional<GraphArcs> arcs =
        edgeCount > mostEdges
            ? Optional.empty()
            : Optional.of(GraphArcs.of(concepts, workspace.read(Tables.EDGES).collectAsList()));
    return new LoadedGraph(nodes, concepts, edgeCount, arcs);
  }
}
