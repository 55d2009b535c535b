package io.mathscale.core.calls;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.testing.SparkExtension;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class PlannedCallsTest {
  /** There may come to be more slots than there are when a stage begins. */
  @Test
  void areForAsManyTasksAsAreWanted(SparkSession spark) {
    List<Call> calls =
        IntStream.range(0, 100)
            .mapToObj(number -> new Call("key" + number, "id" + number, 0, List.of()))
            .toList();
    Dataset<Call> asked = spark.createDataset(calls, Call.ENCODER);
    Dataset<Row> known =
        asked.limit(0).select("key").withColumn("isKnown", lit(true)).withColumn("attempt", lit(1));

    PlannedCalls planned = PlannedCalls.of(spark, asked, calls.size(), 7, known);

    assertThat(spark.sparkContext().defaultParallelism()).isLessThan(7);
    assertThat(planned.calls().getNumPartitions()).isEqualTo(7);
    assertThat(planned.calls().map(PlannedCall::key).collect()).hasSize(100);
  }
}
