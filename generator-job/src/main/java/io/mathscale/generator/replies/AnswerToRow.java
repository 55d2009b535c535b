package io.mathscale.generator.replies;

import io.mathscale.core.data.Answer;
import io.mathscale.core.data.RejectionReason;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import scala.Tuple2;

/**
 * Reads the answers to what was asked, each beside the row that asked. A fault in reading costs
 * that answer alone.
 *
 * @param <Q> what was asked about
 * @param <R> what an answer says of it
 */
public abstract class AnswerToRow<Q, R> implements MapFunction<Tuple2<Answer, Q>, R> {
  private static final long serialVersionUID = 1L;

  /**
   * A row for each answer.
   *
   * @param asked what was asked about, a row for each id
   */
  public final Dataset<R> read(Dataset<Answer> answers, Dataset<Q> asked, Encoder<R> encoder) {
    return answers
        .joinWith(asked, answers.col("id").equalTo(asked.col("id")), "inner")
        .map(this, encoder);
  }

  @Override
  public final R call(Tuple2<Answer, Q> row) {
    Answer answer = row._1();
    if (!answer.isComplete()) {
      return refused(
          answer,
          RejectionReason.CALL_FAILED,
          "%s: %s".formatted(answer.failure().cause(), answer.failure().message()));
    }

    try {
      return read(answer, row._2());
    } catch (RuntimeException | StackOverflowError e) {
      return refused(answer, RejectionReason.READER_FAILED, GuardedReader.detail(e));
    }
  }

  /**
   * What an answer says.
   *
   * @param answer one that is complete
   */
  protected abstract R read(Answer answer, Q asked);

  /**
   * What stands for an answer that was not read.
   *
   * @param answer one that failed, or that could not be read
   * @param reason why it was not read
   * @param detail more about that
   */
  protected abstract R refused(Answer answer, RejectionReason reason, String detail);
}
