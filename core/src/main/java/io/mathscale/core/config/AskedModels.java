package io.mathscale.core.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The models that a stage asks.
 *
 * @param key where they stand in the configuration
 * @param models in the order of the list, where {@code key} is one
 */
public record AskedModels(String key, List<ModelConfig> models) {
  private static final String MODEL = "model";

  public AskedModels {
    models = List.copyOf(models);
  }

  /**
   * The models of a list, or where it is empty the one that all stages ask.
   *
   * @param key of the list
   * @param model that of the configuration
   */
  public static AskedModels of(String key, List<ModelConfig> listed, ModelConfig model) {
    return listed.isEmpty() ? only(model) : new AskedModels(key, listed);
  }

  /** The one that all stages ask. */
  public static AskedModels only(ModelConfig model) {
    return new AskedModels(MODEL, List.of(model));
  }

  /**
   * Checks each.
   *
   * @param check throws a {@link ConfigException} that speaks of {@code model}
   * @throws ConfigException that speaks of the model's own place
   */
  public void requireEach(Consumer<ModelConfig> check) {
    for (int i = 0; i < models.size(); i++) {
      try {
        check.accept(models.get(i));
      } catch (ConfigException e) {
        throw key.equals(MODEL) ? e : e.at("%s[%d]".formatted(key, i));
      }
    }
  }

  /**
   * Checks that no two are one: they would give the same answers.
   *
   * @throws IllegalArgumentException naming the first that stands twice
   */
  static void requireDistinct(List<ModelConfig> models) {
    Set<List<Object>> seen = new HashSet<>();
    for (ModelConfig model : models) {
      Check.that(
          seen.add(List.of(model.identity(), model.name(), model.extraBody())),
          "models",
          "not name the same model twice",
          model.name());
    }
  }

  /**
   * Checks that names tell them apart, as parts of paths too: for tables with a row for each model.
   *
   * @throws IllegalArgumentException naming the first that another has as well
   */
  static void requireNames(List<ModelConfig> models) {
    Set<String> seen = new HashSet<>();
    for (ModelConfig model : models) {
      Check.that(
          seen.add(model.pathName()),
          "models",
          "have names that differ in letters, digits, dots or _",
          model.name());
    }
  }
}
