package io.mathscale.graph;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Dataset;
import scala.jdk.javaapi.CollectionConverters;

/** The spellings that canonicalisation did away with. */
final class ConceptMerges {
  private ConceptMerges() {}

  /** The spellings that differ from their concept's name in more than case. */
  static Dataset<ConceptMerge> among(Dataset<Mention> mentions, Dataset<CountedConcept> concepts) {
    return mentions
        .groupBy("kind", "identity", "name")
        .agg(count(lit(1)).as("spelled"))
        .join(
            concepts.select(col("kind"), col("identity"), col("name").as("into")),
            CollectionConverters.asScala(List.of("kind", "identity")).toSeq(),
            "inner")
        .select(
            col("kind"),
            col("name"),
            col("into"),
            lit(ConceptMerge.Reason.LEXICAL.name()).as("reason"),
            lit(1.0).as("score"),
            col("spelled").as("seeds"))
        .as(ConceptMerge.ENCODER)
        .filter((FilterFunction<ConceptMerge>) ConceptMerges::differs);
  }

  private static boolean differs(ConceptMerge merge) {
    return !ConceptName.identity(merge.name()).equals(ConceptName.identity(merge.into()));
  }
}
