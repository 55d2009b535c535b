package io.mathscale.eval.prepare;

import io.mathscale.core.data.RejectionReason;
import io.mathscale.eval.metrics.MwpbenchSet;

/**
 * GSM8K: {@code question} and a worked {@code answer} that ends in {@code #### number}.
 *
 * @see <a href="https://github.com/openai/grade-school-math">the publisher</a>
 */
final class Gsm8kLayout implements Layout {
  private static final String MARK = "####";

  @Override
  public boolean fits(BenchmarkRow row) {
    return row.has("question", "answer") && row.textOrEmpty("answer").contains(MARK);
  }

  @Override
  public Draft read(BenchmarkRow row) {
    String solution = row.answer("answer");
    String answer = solution.substring(solution.lastIndexOf(MARK) + MARK.length()).strip();
    if (answer.isEmpty()) {
      throw new UnusableRowException(
          RejectionReason.NO_ANSWER, "answer must have a number after " + MARK);
    }

    return new Draft(
        "gsm8k.%s.%d".formatted(row.stem(), row.index()),
        MwpbenchSet.GSM8K.key(),
        "gsm8k",
        row.question("question"),
        answer);
  }
}
