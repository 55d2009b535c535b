package io.mathscale.graph.walks.joined;

import io.mathscale.core.encoder.RecordEncoders;
import io.mathscale.graph.network.NodeLabel;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * A walk and what its concepts are called.
 *
 * @param walk where it went
 * @param concepts all its concepts, in any order
 */
public record LabelledWalk(WalkState walk, List<NodeLabel> concepts) {
  /** Rows of this type, a column a component. */
  public static final Encoder<LabelledWalk> ENCODER = RecordEncoders.of(LabelledWalk.class);

  /** Copies the concepts. */
  public LabelledWalk {
    concepts = List.copyOf(concepts);
  }

  /** The name of one of its concepts. */
  String name(int number) {
    return concepts.stream()
        .filter(concept -> concept.number() == number)
        .findFirst()
        .orElseThrow()
        .name();
  }
}
