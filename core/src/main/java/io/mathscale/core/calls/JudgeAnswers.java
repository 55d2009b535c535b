package io.mathscale.core.calls;

import io.mathscale.core.data.Completion;
import io.mathscale.core.encoder.RecordEncoders;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Encoder;

/**
 * Tells of each answer whether the stage can use it or is to ask again.
 *
 * @param check the stage's reader
 */
record JudgeAnswers(AnswerCheck check)
    implements MapPartitionsFunction<Completion, JudgeAnswers.Judged> {
  @Override
  public Iterator<Judged> call(Iterator<Completion> completions) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return completions.hasNext();
      }

      @Override
      public Judged next() {
        Completion completion = completions.next();
        boolean isUsable = check.isUsable(completion.content());
        return new Judged(completion.key(), isUsable, isUsable ? 0 : completion.attempt() + 1);
      }
    };
  }

  /**
   * A call that was answered.
   *
   * @param key identity of the call
   * @param isKnown whether its answer is of use, so that it is not to be made again
   * @param attempt the number of the attempt that is to be made
   */
  public record Judged(String key, boolean isKnown, int attempt) {
    /** Rows of this type, a column a component. */
    public static final Encoder<Judged> ENCODER = RecordEncoders.of(Judged.class);
  }
}
