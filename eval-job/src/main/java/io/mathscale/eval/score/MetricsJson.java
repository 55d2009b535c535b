package io.mathscale.eval.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mathscale.core.config.ScoreConfig;
import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.eval.metrics.Average;
import io.mathscale.eval.metrics.Interval;
import io.mathscale.eval.metrics.ModelScore;
import io.mathscale.eval.metrics.SampleSizes;
import io.mathscale.eval.metrics.SetScore;
import io.mathscale.eval.metrics.Tally;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Writes {@code metrics.json}: a list with an object for each model and grader. Shares are from 0
 * to 1; what cannot be computed is null.
 */
public final class MetricsJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final ModelScores scores;
  private final ScoreConfig config;
  private final long seed;
  private final Optional<JudgeShares> judges;

  /** The metrics of models, no verdict of which is a judge's; the seed is that of the run. */
  public MetricsJson(ModelScores scores, ScoreConfig config, long seed) {
    this(scores, config, seed, Optional.empty());
  }

  /** The same where judges decided some verdicts. */
  public MetricsJson(
      ModelScores scores, ScoreConfig config, long seed, Optional<JudgeShares> judges) {
    this.judges = judges;
    this.scores = scores;
    this.config = config;
    this.seed = seed;
  }

  /** The metrics of all models, those of the grader that ranks before the others. */
  public String text() {
    ArrayNode list = JSON.createArrayNode();
    for (String model : scores.models()) {
      for (GraderName grader : graders(config)) {
        list.add(object(model, grader));
      }
    }

    try {
      return JSON.writeValueAsString(list) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("metrics must be writable as JSON", e);
    }
  }

  /** Both graders, the one that ranks first. */
  public static GraderName[] graders(ScoreConfig config) {
    return config.grader() == GraderName.STRICT
        ? new GraderName[] {GraderName.STRICT, GraderName.MWPBENCH}
        : new GraderName[] {GraderName.MWPBENCH, GraderName.STRICT};
  }

  private ObjectNode object(String model, GraderName grader) {
    Average shown = scores.average(config.average());
    ModelScore score = scores.of(model, shown, grader);
    ObjectNode object = JSON.createObjectNode();
    object.put("model", model);
    object.put("average", shown.name());
    object.put("grader", name(grader));
    putCap(object, shown, config.cap());
    putCounts(object, score.total());
    putAverages(object, score);
    putIntervals(object, score);
    putErrors(object, score.total().tally());
    putSamples(object, score.total().tally());
    judges
        .filter(shares -> grader == GraderName.STRICT)
        .ifPresent(shares -> putJudge(object.putObject("judge"), shares.of(model)));
    putSets(object.putObject("datasets"), score.datasets());
    putSets(object.putObject("subsets"), score.subsets());
    putSets(object.putObject("others"), score.others());

    ObjectNode averages = object.putObject("averages");
    for (Average average : scores.averages().all()) {
      ObjectNode other = averages.putObject(average.name());
      ModelScore otherScore = scores.of(model, average, grader);
      putCap(other, average, config.cap());
      other.put("rows", otherScore.total().tally().rows());
      putAverages(other, otherScore);
    }

    return object;
  }

  /** Of all answers of the model, whether or not they count in the average. */
  private static void putJudge(ObjectNode object, JudgeShares.Share share) {
    object.put("rows", share.rows());
    object.put("judged", share.judged());
    object.put("right", share.right());
    object.put("checked", share.checked());
    object.put("agreed", share.agreed());
  }

  private static void putCap(ObjectNode object, Average average, long cap) {
    if (average.isCapped()) {
      object.put("cap", cap);
    } else {
      object.putNull("cap");
    }
  }

  private static void putAverages(ObjectNode object, ModelScore score) {
    object.put("gradedSets", score.gradedSets());
    object.put("publishedSets", score.publishedSets());
    putShare(object, "micro", score.micro());
    putShare(object, "macro", score.macro());
  }

  private void putIntervals(ObjectNode object, ModelScore score) {
    score
        .bootstrap(seed)
        .ifPresent(
            bootstrap -> {
              object.put("microLow", bootstrap.micro().low());
              object.put("microHigh", bootstrap.micro().high());
              object.put("macroLow", bootstrap.macro().low());
              object.put("macroHigh", bootstrap.macro().high());
            });
  }

  /** Of the micro average; the intervals of averages are those of the bootstrap. */
  private static void putErrors(ObjectNode object, Tally tally) {
    if (tally.isEmpty()) {
      object.putNull("standardError");
      object.putNull("smallestDifference");
    } else {
      object.put("standardError", tally.standardError());
      object.put("smallestDifference", tally.smallestDifference());
    }
  }

  /** Pass@k and maj@k, where each problem has several answers. */
  private static void putSamples(ObjectNode object, Tally tally) {
    int samples = tally.fewestSamples();
    if (samples < 2) {
      return;
    }

    ObjectNode pass = object.putObject("pass");
    ObjectNode majority = object.putObject("majority");
    for (int k : SampleSizes.upTo(samples)) {
      pass.put(String.valueOf(k), tally.passAt(k));
      majority.put(String.valueOf(k), tally.majorityAt(k));
    }
  }

  private static void putSets(ObjectNode object, Map<String, SetScore> sets) {
    sets.forEach((key, score) -> putSet(object.putObject(key), score));
  }

  private static void putSet(ObjectNode object, SetScore score) {
    putCounts(object, score);
    Tally tally = score.tally();
    if (tally.isEmpty()) {
      object.putNull("accuracy");
      object.putNull("low");
      object.putNull("high");
      putErrors(object, tally);
      return;
    }

    Interval interval = tally.interval();
    object.put("accuracy", tally.accuracy());
    object.put("low", interval.low());
    object.put("high", interval.high());
    putErrors(object, tally);
    putSamples(object, tally);
  }

  private static void putCounts(ObjectNode object, SetScore score) {
    object.put("rows", score.tally().rows());
    object.put("right", score.tally().right());
    object.put("problems", score.tally().problemCount());
    object.put("undecided", score.tally().undecided());
    object.put("truncated", score.tally().truncated());
    object.put("missing", score.missing());
  }

  private static void putShare(ObjectNode object, String field, OptionalDouble share) {
    if (share.isPresent()) {
      object.put(field, share.getAsDouble());
    } else {
      object.putNull(field);
    }
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
