package io.mathscale.generator.export.facts;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.data.Concept;
import io.mathscale.core.data.ConceptEdge;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import java.util.List;

/**
 * The part of the concept graph that the page draws.
 *
 * @param nodes the concepts that most seeds have
 * @param edges the heaviest edges between them
 */
public record GraphFacts(List<Concept> nodes, List<ConceptEdge> edges) {
  private static final int NODES = 60;
  private static final int EDGES = 240;

  /** Nothing, where no graph stands. */
  static GraphFacts of(Workspace workspace) {
    if (!workspace.has(Tables.NODES) || !workspace.has(Tables.EDGES)) {
      return new GraphFacts(List.of(), List.of());
    }

    List<Concept> nodes =
        workspace
            .read(Tables.NODES)
            .orderBy(col("seeds").desc(), col("name"), col("kind"))
            .limit(NODES)
            .collectAsList();
    Object[] names = nodes.stream().map(Concept::name).toArray();
    List<ConceptEdge> edges =
        workspace
            .read(Tables.EDGES)
            .where(col("source").isin(names).and(col("target").isin(names)))
            .orderBy(col("weight").desc(), col("source"), col("target"), col("kind"))
            .limit(EDGES)
            .collectAsList();
    return new GraphFacts(nodes, edges);
  }
}
