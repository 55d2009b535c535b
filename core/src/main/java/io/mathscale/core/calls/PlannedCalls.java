package io.mathscale.core.calls;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.calls.journal.PartitionSizing;
import io.mathscale.core.model.TokenCounter;
import java.util.Iterator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * The calls of a stage for as many tasks as there may come to be slots, those of equal keys one
 * after the other. Whoever reads them reads what was shuffled once: prompts are made and hashed
 * once.
 */
final class PlannedCalls {
  private final SparkSession spark;
  private final JavaRDD<PlannedCall> calls;

  private PlannedCalls(SparkSession spark, JavaRDD<PlannedCall> calls) {
    this.spark = spark;
    this.calls = calls;
  }

  /**
   * The plan of a stage. A task sorts part after part of its calls, so that it never holds all of
   * them.
   *
   * @param calls what the stage asks
   * @param count about how many they are
   * @param tasks how many tasks are to make them
   * @param known keys of calls that ended before, each once: {@code isKnown} where it is not to be
   *     made again, else {@code attempt}
   */
  static PlannedCalls of(
      SparkSession spark, Dataset<Call> calls, long count, int tasks, Dataset<Row> known) {
    int parts = PartitionSizing.of(tasks, count);
    Dataset<Row> marks =
        known
            .select(col("key"), col("isKnown").as("isMarked"), col("attempt").as("nextAttempt"))
            .repartition(parts, col("key"));
    Dataset<PlannedCall> planned =
        calls
            .repartition(parts, col("key"))
            .hint("merge")
            .join(marks, new String[] {"key"}, "left_outer")
            .sortWithinPartitions("key")
            .coalesce(tasks)
            .select(
                col("key"),
                col("id"),
                col("sample"),
                col("messages"),
                functions.coalesce(col("isMarked"), functions.lit(false)).as("isKnown"),
                functions.coalesce(col("nextAttempt"), functions.lit(0)).as("attempt"))
            .as(PlannedCall.ENCODER);
    return new PlannedCalls(spark, planned.toJavaRDD());
  }

  /** All calls. */
  JavaRDD<PlannedCall> calls() {
    return calls;
  }

  /**
   * Which call answers each prompt.
   *
   * @param sized of so many calls to make, in each part, the tokens are counted: the first by keys,
   *     which have nothing to do with the texts
   */
  Dataset<PromptKey> keys(int sized) {
    return spark.createDataset(calls.mapPartitions(new KeysOf(sized)).rdd(), PromptKey.ENCODER);
  }

  /**
   * The keys of calls, of which equal ones come one after the other.
   *
   * @param sized of how many calls to make the tokens are counted
   */
  private record KeysOf(int sized) implements FlatMapFunction<Iterator<PlannedCall>, PromptKey> {
    @Override
    public Iterator<PromptKey> call(Iterator<PlannedCall> calls) {
      return new Iterator<>() {
        private final TokenCounter counter = new TokenCounter();
        private String last = "";
        private int counted;

        @Override
        public boolean hasNext() {
          return calls.hasNext();
        }

        @Override
        public PromptKey next() {
          PlannedCall call = calls.next();
          boolean isFirst = !call.key().equals(last);
          last = call.key();
          boolean isToAsk = isFirst && !call.isKnown();
          int tokens = isToAsk && counted < sized ? counter.count(call.messages()) : 0;
          counted += isToAsk ? 1 : 0;
          return new PromptKey(call.key(), call.id(), call.sample(), isToAsk, isFirst, tokens);
        }
      };
    }
  }
}
