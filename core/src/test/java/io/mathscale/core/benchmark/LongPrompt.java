package io.mathscale.core.benchmark;

import io.mathscale.core.data.Message;
import io.mathscale.core.data.Prompt;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;

/**
 * A prompt that no other row has.
 *
 * @param characters its length
 */
record LongPrompt(int characters) implements MapFunction<Long, Prompt> {
  @Override
  public Prompt call(Long number) {
    return new Prompt("row-" + number, 0, List.of(Message.user(text(number, characters))));
  }

  static String text(long number, int characters) {
    String question = "Question " + number + ": how much is 17 + 25? ";
    return question.repeat(characters / question.length() + 1).substring(0, characters);
  }
}
