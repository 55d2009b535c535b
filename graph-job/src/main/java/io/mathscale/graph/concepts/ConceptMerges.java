package io.mathscale.graph.concepts;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.data.ConceptKind;
import java.util.List;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** The spellings that canonicalisation did away with. */
public final class ConceptMerges {
  private ConceptMerges() {}

  /** The spellings that differ from their concept's name in more than case. */
  public static Dataset<ConceptMerge> among(
      Dataset<ConceptFrequency> spellings,
      Dataset<ConceptFrequency> concepts,
      ConceptIdentity identities) {
    return spellings
        .withColumnRenamed("name", "spelling")
        .withColumnRenamed("seeds", "spelled")
        .join(
            concepts.select(col("kind"), col("identity"), col("name").as("into")),
            CollectionConverters.asScala(List.of("kind", "identity")).toSeq(),
            "inner")
        .select("kind", "spelling", "into", "spelled")
        .filter((FilterFunction<Row>) row -> isOther(row.getString(1), row.getString(2)))
        .map((MapFunction<Row, ConceptMerge>) row -> merge(row, identities), ConceptMerge.ENCODER);
  }

  private static boolean isOther(String name, String into) {
    return !ConceptName.identity(name).equals(ConceptName.identity(into));
  }

  private static ConceptMerge merge(Row row, ConceptIdentity identities) {
    ConceptKind kind = ConceptKind.valueOf(row.getString(0));
    String name = row.getString(1);
    String into = row.getString(2);
    return new ConceptMerge(
        kind,
        name,
        into,
        identities.reason(name, into),
        identities.score(kind, name, into),
        row.getLong(3));
  }
}
