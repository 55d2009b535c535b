package io.mathscale.generator.meaning;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;

/**
 * Embeds questions with all-MiniLM-L6-v2, quantised, which runs in this process
 * (https://docs.langchain4j.dev/integrations/embedding-models/in-process). Each question by itself:
 * in a batch, its neighbours change its last decimals.
 */
final class SentenceEmbedder {
  private final AllMiniLmL6V2QuantizedEmbeddingModel model;

  SentenceEmbedder() {
    // The tokenizer comes in a native library for processors, too; without this it may look for
    // one for a graphics card on the network.
    System.setProperty("RUST_FLAVOR", System.getProperty("RUST_FLAVOR", "cpu"));
    model = new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run);
  }

  /** The embedding of a text, of length 1. */
  float[] embed(String text) {
    return model.embed(text).content().vector();
  }
}
