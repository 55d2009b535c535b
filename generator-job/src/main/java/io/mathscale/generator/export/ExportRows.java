package io.mathscale.generator.export;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.mathscale.core.config.ExportConfig;
import io.mathscale.generator.solve.SolutionIds;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The rows to be exported, each with its split and its place in it: functions of the seed and the
 * row's id, so the same at any partition count; a question's solutions are in one split. Files hold
 * rows in the order of {@code order}, which is a shuffle.
 */
public final class ExportRows {
  /** Column: number of the {@link DataSplit}. */
  static final String SPLIT = "_split";

  /** Column: 64 random bits, the place of the row in its split. */
  static final String ORDER = "_order";

  /** Column: the first bits of the order, so that few numbers describe how the rows lie. */
  static final String BUCKET = "_bucket";

  /** Column: number of the file over all splits. */
  static final String FILE = "_file";

  /** Buckets of rows; a shard holds whole ones. */
  static final int BUCKETS = 4_096;

  private static final int BITS_BELOW_BUCKET = Long.SIZE - 12;

  /** What names, ids and lists take in a row, about. */
  private static final int OTHER_BYTES = 300;

  private static final StructType PLACES =
      new StructType()
          .add(SPLIT, DataTypes.IntegerType)
          .add(BUCKET, DataTypes.IntegerType)
          .add(FILE, DataTypes.IntegerType);

  private static final long SHARES = 1_000_000_000L;

  private ExportRows() {}

  /**
   * Checks the prompt that questions are put into, where a format has one.
   *
   * @throws io.mathscale.core.config.ConfigException when it is none
   */
  public static void requirePrompt(ExportConfig config) {
    if (config.formats().contains(ExportConfig.Format.PROMPT_COMPLETION)) {
      PromptText.load(config.prompt());
    }
  }

  /** Rows with their splits and places; all columns stay. */
  public static Dataset<Row> of(Dataset<Row> rows, ExportConfig config, long seed) {
    Column question = SolutionIds.question(col("origin"), col("id"));
    Column share = pmod(xxhash64(lit(seed), lit("split"), question), lit(SHARES));
    long test = Math.round(config.split().test() * SHARES);
    long validation = Math.round(config.split().validation() * SHARES);
    return rows.withColumn(
            SPLIT,
            when(share.lt(test), DataSplit.TEST.number())
                .when(share.lt(test + validation), DataSplit.VALIDATION.number())
                .otherwise(DataSplit.TRAIN.number()))
        .withColumn(ORDER, xxhash64(lit(seed), lit("order"), col("id")))
        .withColumn(BUCKET, shiftrightunsigned(col(ORDER), BITS_BELOW_BUCKET).cast("int"));
  }

  /** Rows and bytes of each bucket of each split; never more than {@link #BUCKETS} a split. */
  public static Dataset<Row> sizes(Dataset<Row> rows) {
    Column bytes =
        octet_length(col("question"))
            .plus(octet_length(col("solution")))
            .plus(octet_length(col("reasoning")))
            .plus(OTHER_BYTES);
    Column isGradable = hasAnswer().cast("long");
    return rows.groupBy(SPLIT, BUCKET)
        .agg(sum(bytes).as("bytes"), sum(lit(1L)).as("rows"), sum(isGradable).as("gradable"));
  }

  /** Whether a row has an answer that rewards can be given for. */
  static Column hasAnswer() {
    return length(trim(col("answer"))).gt(0);
  }

  /**
   * The rows with the number of the file that each goes to, those of a file together and in their
   * order.
   */
  static Dataset<Row> inFiles(Dataset<Row> rows, ShardPlan plan) {
    Dataset<Row> places = rows.sparkSession().createDataFrame(plan.places(), PLACES);
    return rows.join(broadcast(places), new String[] {SPLIT, BUCKET})
        .repartition(plan.files(), col(FILE))
        .sortWithinPartitions(FILE, BUCKET, ORDER, "id");
  }
}
