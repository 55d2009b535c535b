package io.mathscale.graph.walks;

import io.mathscale.core.data.Concept;
import io.mathscale.core.data.ConceptEdge;
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
 * @param edges all edges; none where there are too many
 */
public record LoadedGraph(
    List<Concept> nodes, ConceptIndex concepts, long edgeCount, Optional<List<ConceptEdge>> edges) {
  /**
   * Reads a graph.
   *
   * @param mostEdges edges beyond this number are not held in memory
   */
  public static LoadedGraph read(Workspace workspace, long mostEdges) {
    List<Concept> nodes = workspace.read(Tables.NODES).collectAsList();
    long edgeCount = workspace.manifest(Tables.EDGES.name()).orElseThrow().rows();
    Optional<List<ConceptEdge>> edges =
        edgeCount > mostEdges
            ? Optional.empty()
            : Optional.of(workspace.read(Tables.EDGES).collectAsList());
    return new LoadedGraph(nodes, ConceptIndex.of(nodes), edgeCount, edges);
  }
}
