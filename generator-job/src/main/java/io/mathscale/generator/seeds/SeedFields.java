package io.mathscale.generator.seeds;

import io.mathscale.core.config.SeedsConfig;
import java.io.Serializable;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Columns that the user named ({@code seeds.fields}); empty where the layout is to be recognised.
 *
 * @param id the id given by the file
 * @param question the question
 * @param answer the final answer
 * @param solution the worked solution
 * @param dataset the data set
 */
record SeedFields(String id, String question, String answer, String solution, String dataset)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** None named. */
  static final SeedFields NONE = new SeedFields("", "", "", "", "");

  static SeedFields of(SeedsConfig.Fields fields) {
    return new SeedFields(
        fields.id(), fields.question(), fields.answer(), fields.solution(), fields.dataset());
  }

  /** The named columns by the last part of their key. */
  SortedMap<String, String> named() {
    SortedMap<String, String> named = new TreeMap<>();
    named.put("id", id);
    named.put("question", question);
    named.put("answer", answer);
    named.put("solution", solution);
    named.put("dataset", dataset);
    named.values().removeIf(String::isEmpty);
    return named;
  }
}
