package io.mathscale.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** Counts how far verdicts agree with those of publishers, over all and model by model. */
final class PublisherAgreement {
  private static final int FEWEST_ROWS = 20;

  private final Map<String, Counts> models = new TreeMap<>();

  private record Counts(int rows, int agreeing, int published, int ours) {
    private static final Counts NONE = new Counts(0, 0, 0, 0);

    private Counts plus(boolean isPublished, boolean isOurs) {
      return new Counts(
          rows + 1,
          agreeing + (isPublished == isOurs ? 1 : 0),
          published + (isPublished ? 1 : 0),
          ours + (isOurs ? 1 : 0));
    }

    private double pointsBelow() {
      return 100.0 * (published - ours) / rows;
    }
  }

  /** Counts a row of {@code model}, {@code judge} and {@code strict}; one without a judge not. */
  void add(JsonNode row) {
    if (!row.path("judge").isBoolean()) {
      return;
    }

    models.merge(
        row.get("model").asText(),
        Counts.NONE.plus(row.get("judge").asBoolean(), row.get("strict").asText().equals("RIGHT")),
        (one, other) ->
            new Counts(
                one.rows + other.rows,
                one.agreeing + other.agreeing,
                one.published + other.published,
                one.ours + other.ours));
  }

  /** Share of the rows where both say the same. */
  double share() {
    double rows = models.values().stream().mapToInt(Counts::rows).sum();
    return models.values().stream().mapToInt(Counts::agreeing).sum() / rows;
  }

  /** Points of the model of enough rows that is furthest below its publisher. */
  double mostPointsBelow() {
    return models.values().stream()
        .filter(counts -> counts.rows >= FEWEST_ROWS)
        .mapToDouble(Counts::pointsBelow)
        .max()
        .orElseThrow();
  }
}
