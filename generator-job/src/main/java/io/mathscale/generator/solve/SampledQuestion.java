package io.mathscale.generator.solve;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.data.TryOutcome;
import io.mathscale.core.encoder.RecordEncoders;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;

/**
 * A question with what became of the tries at it so far.
 *
 * @param question the question
 * @param tries the tries in the order of their samples
 */
public record SampledQuestion(SeedQuestion question, List<Sampled> tries) {
  /** Rows of this type, a column a component. */
  public static final Encoder<SampledQuestion> ENCODER = RecordEncoders.of(SampledQuestion.class);

  private static final Column SAMPLED = struct(col("sample"), col("outcome"));

  /**
   * A try without its texts.
   *
   * @param sample which of the tries, from 0
   * @param outcome what became of it
   */
  public record Sampled(int sample, TryOutcome outcome) {}

  /** Copies the list. */
  public SampledQuestion {
    tries = List.copyOf(tries);
  }

  /** Every question with its tries. */
  static Dataset<SampledQuestion> of(Dataset<SeedQuestion> questions, Dataset<SolutionTry> tries) {
    Dataset<Row> sampled =
        tries.groupBy(col("question").as("of")).agg(array_sort(collect_list(SAMPLED)).as("tries"));
    Column none = array().cast(ENCODER.schema().apply("tries").dataType());
    Dataset<Row> all =
        questions
            .select(struct(col("*")).as("question"))
            .join(sampled, col("question.id").equalTo(col("of")), "left");
    return all.select(col("question"), coalesce(col("tries"), none).as("tries")).as(ENCODER);
  }

  /** What became of the tries, in their order. */
  List<TryOutcome> outcomes() {
    return tries.stream().map(Sampled::outcome).toList();
  }
}
