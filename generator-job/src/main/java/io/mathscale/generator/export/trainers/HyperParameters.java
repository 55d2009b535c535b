package io.mathscale.generator.export.trainers;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** The paper's hyper-parameters (section 4.1), and what it does not tell. */
final class HyperParameters {
  /** Paper, section 4.1: batches of 128, here 2 rows × 8 steps × 8 GPUs. */
  static final int ROWS_A_GPU = 2;

  /** Steps whose gradients are added up. */
  static final int STEPS = 8;

  /** Paper, section 4.1. */
  static final int EPOCHS = 3;

  /** Paper, section 4.1. */
  static final BigDecimal LEARNING_RATE = new BigDecimal("0.00002");

  /** The paper does not tell it; Stanford Alpaca's recipe, whose prompt the paper takes, does. */
  static final BigDecimal WARMUP = new BigDecimal("0.03");

  /** As the warm-up. */
  static final String SCHEDULER = "cosine";

  /** The longest answers that infer asks for, with their questions. */
  static final int MAX_TOKENS = 2_048;

  private HyperParameters() {}

  /** Under the names of the transformers library. */
  static Map<String, Object> ofTransformers() {
    return ordered(
        "per_device_train_batch_size", ROWS_A_GPU,
        "gradient_accumulation_steps", STEPS,
        "learning_rate", LEARNING_RATE,
        "lr_scheduler_type", SCHEDULER,
        "warmup_ratio", WARMUP,
        "num_train_epochs", EPOCHS,
        "bf16", true);
  }

  /** A map in the order of these keys, each before its value. */
  static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }

    return map;
  }
}
