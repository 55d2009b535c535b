package io.mathscale.graph.concepts;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;

/**
 * Embeds names with all-MiniLM-L6-v2, quantised, which comes with its weights in the job jar and
 * runs in this process (https://docs.langchain4j.dev/integrations/embedding-models/in-process).
 */
final class NameEmbedder implements MapPartitionsFunction<ConceptFrequency, NameEmbedding> {
  private static final long serialVersionUID = 1L;

  private NameEmbedder() {}

  /** The names, each by itself: in a batch, a name's neighbours change its last decimals. */
  static Dataset<NameEmbedding> of(Dataset<ConceptFrequency> concepts) {
    return concepts.mapPartitions(new NameEmbedder(), NameEmbedding.ENCODER);
  }

  @Override
  public Iterator<NameEmbedding> call(Iterator<ConceptFrequency> concepts) {
    // The tokenizer comes in a native library for processors, too; without this it may look for
    // one for a graphics card on the network.
    System.setProperty("RUST_FLAVOR", System.getProperty("RUST_FLAVOR", "cpu"));
    AllMiniLmL6V2QuantizedEmbeddingModel model =
        new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return concepts.hasNext();
      }

      @Override
      public NameEmbedding next() {
        ConceptFrequency concept = concepts.next();
        List<Float> vector = model.embed(concept.name()).content().vectorAsList();
        return new NameEmbedding(concept.kind().name(), concept.identity(), concept.name(), vector);
      }
    };
  }
}
