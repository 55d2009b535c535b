package io.mathscale.graph;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import io.mathscale.core.data.ConceptKind;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** The concepts that become nodes. */
final class NumberedConcepts {
  private NumberedConcepts() {}

  /** The concepts that enough seeds hold, numbered. */
  static Dataset<NumberedConcept> heldBy(long minCount, Dataset<CountedConcept> concepts) {
    WindowSpec topicsFirstThenByName =
        Window.orderBy(
            col("kind").equalTo(ConceptKind.TOPIC.name()).desc(), col("name"), col("identity"));
    return concepts
        .where(col("seeds").geq(minCount))
        .select(
            row_number().over(topicsFirstThenByName).minus(1).cast("long").as("number"),
            col("kind"),
            col("identity"),
            col("name"),
            col("seeds"))
        .as(NumberedConcept.ENCODER);
  }
}
