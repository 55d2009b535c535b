package io.mathscale.generator.validate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.struct;

import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.data.QuestionType;
import io.mathscale.core.encoder.RecordEncoders;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;

/**
 * A pair with the fresh solutions of its question that were asked for.
 *
 * @param id id of the pair
 * @param call key of the call that wrote it
 * @param question the question
 * @param answer the pair's own answer; empty if it has none
 * @param questionType the kind of answer that the question asks for
 * @param votes the fresh solutions, in the order of their samples
 */
public record AskedPair(
    String id,
    String call,
    String question,
    String answer,
    QuestionType questionType,
    List<FreshVote> votes) {
  /** Rows of this type, a column a component. */
  public static final Encoder<AskedPair> ENCODER = RecordEncoders.of(AskedPair.class);

  /** Orders the votes. */
  public AskedPair {
    votes = votes.stream().sorted(Comparator.comparingInt(FreshVote::sample)).toList();
  }

  /** Pairs of which no fresh solution was asked for. */
  public static Dataset<AskedPair> of(Dataset<GeneratedPair> pairs) {
    return pairs
        .select(
            col("id"),
            col("provenance.call").as("call"),
            col("question"),
            col("answer"),
            col("questionType"),
            noVotes().as("votes"))
        .as(ENCODER);
  }

  /**
   * The same pairs with votes beside those that they have.
   *
   * @param votes on these pairs or others
   */
  public static Dataset<AskedPair> with(Dataset<FreshVote> votes, Dataset<AskedPair> pairs) {
    Dataset<Row> gathered = votes.groupBy("id").agg(collect_list(struct(col("*"))).as("gathered"));
    return pairs
        .join(gathered, pairs.col("id").equalTo(gathered.col("id")), "left")
        .select(
            pairs.col("id"),
            col("call"),
            col("question"),
            col("answer"),
            col("questionType"),
            concat(col("votes"), coalesce(col("gathered"), noVotes())).as("votes"))
        .as(ENCODER);
  }

  private static Column noVotes() {
    return array().cast(ENCODER.schema().apply("votes").dataType());
  }

  /** Whether there is an answer to compare others with: that of a proof is none. */
  boolean hasAnswer() {
    return questionType != QuestionType.PROOF && !answer.isBlank();
  }
}
