package io.mathscale.graph.imported;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.source.SourceRows;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** The rows of files of concepts, each judged. */
final class ImportedRows {
  static final String KEY = "build.concepts";

  private ImportedRows() {}

  /**
   * The rows of files, judged. Of rows of the same id the first in the order of the files is kept.
   *
   * @param path a file, a folder or a glob
   * @param stage the command that reads
   * @throws io.mathscale.core.config.ConfigException when there is no such file
   */
  static Dataset<ImportedRow> at(SparkSession spark, String path, String stage) {
    return distinct(
        SourceRows.of(spark, KEY, path, SourceRows.MAX_ROW)
            .map(new ImportedRowReader(stage), ImportedRow.ENCODER),
        stage);
  }

  private static Dataset<ImportedRow> distinct(Dataset<ImportedRow> rows, String stage) {
    // Rejected rows have a key of their own each: they must not meet in one task.
    Column hasConcepts = col("concepts").isNotNull();
    Column key = when(hasConcepts, col("concepts.id")).otherwise(col("origin"));
    WindowSpec sameId = Window.partitionBy("key").orderBy("file", "row");
    Column isDuplicate = hasConcepts.and(col("place").gt(1));
    Column duplicate =
        struct(
            col("concepts.id").as("id"),
            lit(stage).as("stage"),
            lit(RejectionReason.DUPLICATE.name()).as("reason"),
            concat(lit("the same id as "), col("firstOrigin")).as("detail"),
            col("origin").as("origin"),
            to_json(struct(col("concepts.topics"), col("concepts.knowledgePoints"))).as("content"),
            lit("").as("call"));
    return rows.withColumn("key", key)
        .withColumn("place", row_number().over(sameId))
        .withColumn("firstOrigin", first("origin").over(sameId))
        .select(
            col("file"),
            col("row"),
            col("origin"),
            unless(isDuplicate, "concepts"),
            unless(isDuplicate, "seed"),
            when(isDuplicate, duplicate).otherwise(col("rejected")).as("rejected"))
        .as(ImportedRow.ENCODER);
  }

  private static Column unless(Column isDuplicate, String column) {
    return when(isDuplicate, lit(null)).otherwise(col(column)).as(column);
  }
}
