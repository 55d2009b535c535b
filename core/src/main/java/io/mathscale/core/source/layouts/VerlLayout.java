package io.mathscale.core.source.layouts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mathscale.core.source.RowException;
import io.mathscale.core.source.fields.FieldText;
import java.util.Locale;

/**
 * Rows for the trainer verl (DAPO, Skywork-OR1): a {@code prompt} of messages, or a text, with
 * instructions around the question, and the answer in {@code reward_model.ground_truth}.
 *
 * @see <a href="https://verl.readthedocs.io/en/latest/preparation/prepare_data.html">the format</a>
 */
final class VerlLayout implements Layout {
  private static final PublicDataSet DAPO = PublicDataSet.of("DAPO-Math-17k", "Apache-2.0");
  private static final PublicDataSet SKYWORK =
      PublicDataSet.of("Skywork-OR1-RL-Data", "Apache-2.0");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ANSWER = "reward_model.ground_truth";

  /** A field of Skywork's rows; some trainers' preparations keep question and solution there. */
  private static final String EXTRA = "extra_info";

  private final boolean isDapo;

  private VerlLayout(boolean isDapo) {
    this.isDapo = isDapo;
  }

  /** DAPO-Math-17k. */
  static VerlLayout dapo() {
    return new VerlLayout(true);
  }

  /** Other data sets that are laid out for the trainer. */
  static VerlLayout others() {
    return new VerlLayout(false);
  }

  @Override
  public String name() {
    return isDapo ? "DAPO" : "verl";
  }

  @Override
  public boolean fits(LayoutRow row) {
    return row.has("prompt", "reward_model") && (!isDapo || isOfDapo(row));
  }

  private static boolean isOfDapo(LayoutRow row) {
    return row.field("data_source").asText("").toLowerCase(Locale.ROOT).contains("dapo")
        || row.isFrom("dapo");
  }

  @Override
  public LaidOutProblem read(LayoutRow row) throws RowException {
    boolean hasSolution = row.field(EXTRA + ".answer").asText("").contains("####");
    String answer = answer(row);
    return LaidOutProblem.of(
        row,
        isDapo ? DAPO : set(row),
        question(row),
        answer,
        hasSolution
            ? worked(row)
            : row.field("prompt").isTextual() ? "" : Conversation.reply(row, "prompt"));
  }

  private static PublicDataSet set(LayoutRow row) {
    return row.has(EXTRA + ".model_difficulty") ? SKYWORK : PublicDataSet.UNKNOWN;
  }

  private static String question(LayoutRow row) throws RowException {
    String given = row.field(EXTRA + ".question").asText("");
    if (!given.isBlank()) {
      return row.using("question", EXTRA + ".question", given);
    }

    return Conversation.question(row, "prompt");
  }

  private static String worked(LayoutRow row) throws RowException {
    String text = row.using("solution", EXTRA + ".answer", row.text(EXTRA + ".answer"));
    return LaidOutProblem.of(row, PublicDataSet.UNKNOWN, "", text, "").solution();
  }

  /** The answer, which Skywork writes as JSON in a text. */
  private static String answer(LayoutRow row) throws RowException {
    String answer = row.answer(ANSWER);
    if (!answer.startsWith("[\"") && !answer.startsWith("\"")) {
      return answer;
    }

    try {
      JsonNode written = JSON.readTree(answer);
      return FieldText.ofAnswer(written).orElse(answer);
    } catch (JsonProcessingException e) {
      return answer; // No JSON: an answer that begins with a quote.
    }
  }
}
