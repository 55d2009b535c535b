package io.mathscale.generator.export.trainers;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mathscale.core.config.ExportConfig;
import io.mathscale.core.model.Json;
import io.mathscale.generator.export.ExportedFile;
import io.mathscale.generator.export.Yaml;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Configurations of trainers that point at the files of an export, with the paper's
 * hyper-parameters (section 4.1). Their paths hold in the folder of the export.
 */
public final class TrainerConfigs {
  /** What LLaMA-Factory looks for in its folder of data. */
  private static final String DATASET_INFO = "dataset_info.json";

  private static final String LLAMA_FACTORY = "trainers/llama-factory.yaml";
  private static final String AXOLOTL = "trainers/axolotl.yaml";
  private static final String TRL = "trainers/trl-sft.yaml";

  private static final String HEADER =
      """
      # The hyper-parameters of the paper: 3 epochs, learning rate 2e-5, batches of 128 (2 rows, 8 steps, 8 GPUs).
      # The paths hold in the folder above this file's, where it is started: %s
      """;

  private TrainerConfigs() {}

  /** The texts of the configurations by their paths in the folder. */
  public static SortedMap<String, String> of(ExportConfig config, List<ExportedFile> files) {
    LayoutFiles layouts = new LayoutFiles(config, files);
    SortedMap<String, String> texts = new TreeMap<>();
    LlamaFactory factory = new LlamaFactory(layouts);
    Map<String, Object> known = factory.datasetInfo();
    texts.put(DATASET_INFO, json(known));
    known.keySet().stream()
        .findFirst()
        .map(first -> factory.training(first, known.containsKey(first + "_validation")))
        .ifPresent(
            yaml ->
                texts.put(LLAMA_FACTORY, text("llamafactory-cli train " + LLAMA_FACTORY, yaml)));
    new Axolotl(layouts)
        .training()
        .ifPresent(yaml -> texts.put(AXOLOTL, text("axolotl train " + AXOLOTL, yaml)));
    new Trl(layouts)
        .training()
        .ifPresent(yaml -> texts.put(TRL, text("trl sft --config " + TRL, yaml)));
    return texts;
  }

  private static String text(String command, Map<String, Object> yaml) {
    return HEADER.formatted(command) + Yaml.of(yaml);
  }

  private static String json(Map<String, Object> values) {
    try {
      return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(values) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Maps of texts can always be written", e);
    }
  }
}
