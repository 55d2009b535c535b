package io.mathscale.graph;

import io.mathscale.core.encoder.RecordEncoders;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * A walk and what its concepts are called.
 *
 * @param walk where it went
 * @param concepts all its concepts, in any order
 */
public record NamedWalk(WalkState walk, List<NumberedName> concepts) {
  /** Rows of this type, a column a component. */
  public static final Encoder<NamedWalk> ENCODER = RecordEncoders.of(NamedWalk.class);

  public NamedWalk {
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
