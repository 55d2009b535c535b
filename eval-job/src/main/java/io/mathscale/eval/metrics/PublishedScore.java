package io.mathscale.eval.metrics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the paper says of a model (paper, Table 5; average of its first version, released grader),
 * in percent, to one decimal.
 *
 * @param model the model
 * @param accuracies accuracy by data set, in the order of the paper
 * @param micro micro average
 * @param macro macro average
 */
public record PublishedScore(
    String model, Map<String, Double> accuracies, double micro, double macro) {
  private static final String RESOURCE = "published.csv";

  /** Keeps a copy of the accuracies, in their order. */
  public PublishedScore {
    accuracies = Collections.unmodifiableMap(new LinkedHashMap<>(accuracies));
  }

  /** The models of the paper, in its order. */
  public static List<PublishedScore> all() {
    try (InputStream stream = PublishedScore.class.getResourceAsStream(RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      List<String> head = List.of(lines.readLine().split(","));
      List<PublishedScore> scores = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        scores.add(read(head, List.of(line.split(","))));
      }

      return scores;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + RESOURCE, e);
    }
  }

  private static PublishedScore read(List<String> head, List<String> row) {
    int sets = head.size() - 2;
    Map<String, Double> accuracies = new LinkedHashMap<>();
    for (int column = 1; column < sets; column++) {
      accuracies.put(head.get(column), Double.valueOf(row.get(column)));
    }

    return new PublishedScore(
        row.get(0),
        accuracies,
        Double.parseDouble(row.get(sets)),
        Double.parseDouble(row.get(sets + 1)));
  }
}
