package io.mathscale.core.source.layouts;

import io.mathscale.core.config.BenchmarkConfig;
import io.mathscale.core.config.SeedsConfig;
import java.io.Serializable;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Fields that the user named by their paths, such as {@code seeds.fields}; empty where the layout
 * is to be recognised.
 *
 * @param id the id given by the file
 * @param question the question
 * @param answer the final answer
 * @param solution the worked solution
 * @param dataset the data set
 * @param source where the question is from
 * @param license the licence of the row
 */
public record NamedFields(
    String id,
    String question,
    String answer,
    String solution,
    String dataset,
    String source,
    String license)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** None named. */
  public static final NamedFields NONE = new NamedFields("", "", "", "", "", "", "");

  /** The fields that a configuration names. */
  public static NamedFields of(SeedsConfig.Fields fields) {
    return new NamedFields(
        fields.id(),
        fields.question(),
        fields.answer(),
        fields.solution(),
        fields.dataset(),
        fields.source(),
        fields.license());
  }

  /** The fields of a benchmark that a configuration names. */
  public static NamedFields of(BenchmarkConfig.Fields fields) {
    return new NamedFields(
        fields.id(), fields.question(), fields.answer(), "", fields.dataset(), fields.source(), "");
  }

  /** The named fields by the last part of their key. */
  public SortedMap<String, String> byKey() {
    SortedMap<String, String> named = new TreeMap<>();
    named.put("id", id);
    named.put("question", question);
    named.put("answer", answer);
    named.put("solution", solution);
    named.put("dataset", dataset);
    named.put("source", source);
    named.put("license", license);
    named.values().removeIf(String::isEmpty);
    return named;
  }

  /** Whether the layout is to be recognised. */
  public boolean isNone() {
    return byKey().isEmpty();
  }
}
