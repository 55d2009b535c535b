package io.mathscale.eval.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mathscale.eval.metrics.Interval;
import io.mathscale.eval.metrics.Pairing;
import java.util.List;

/**
 * Writes {@code comparison.json}: a list with an object for each pair of runs; shares from 0 to 1.
 */
public final class ComparisonJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ComparisonJson() {}

  /** The comparisons as JSON. */
  public static String text(List<Comparison> comparisons) {
    ArrayNode list = JSON.createArrayNode();
    List<Double> corrected = Comparison.correctedChances(comparisons);
    for (int i = 0; i < comparisons.size(); i++) {
      Comparison comparison = comparisons.get(i);
      ObjectNode object = list.addObject();
      object.put("first", comparison.first());
      object.put("second", comparison.second());
      ObjectNode all = object.putObject("all");
      put(all, comparison.total());
      all.put("corrected", corrected.get(i));
      ObjectNode datasets = object.putObject("datasets");
      comparison.datasets().forEach((key, pairing) -> put(datasets.putObject(key), pairing));
    }

    try {
      return JSON.writeValueAsString(list) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("comparisons must be writable as JSON", e);
    }
  }

  private static void put(ObjectNode object, Pairing pairing) {
    Interval interval = pairing.interval();
    object.put("problems", pairing.problems());
    object.put("first", pairing.first());
    object.put("second", pairing.second());
    object.put("difference", pairing.difference());
    object.put("low", interval.low());
    object.put("high", interval.high());
    object.put("lost", pairing.onlyFirst());
    object.put("won", pairing.onlySecond());
    object.put("mcnemar", pairing.mcNemar());
    object.put("chance", pairing.chance());
    object.put("smallestDifference", interval.smallestDifference());
  }
}
