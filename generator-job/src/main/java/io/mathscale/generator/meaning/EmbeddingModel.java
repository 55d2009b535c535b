package io.mathscale.generator.meaning;

import io.mathscale.core.config.ConfigException;

/** The sentence embedding model, which this job uses and does not bring along. */
public final class EmbeddingModel {
  private static final String CLASS =
      "dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel";

  private EmbeddingModel() {}

  /**
   * Checks that the model is there.
   *
   * @param key the setting that asks for it
   * @throws ConfigException when it is not
   */
  public static void requireOnClassPath(String key) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try {
      Class.forName(CLASS, false, loader);
    } catch (ClassNotFoundException e) {
      throw new ConfigException(
          key + " must be off without the embedding model: add the jar of the graph job (--jars)");
    }
  }
}
