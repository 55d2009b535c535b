package io.mathscale.generator.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.mathscale.core.config.ExportConfig;
import io.mathscale.core.config.ExportConfig.Compression;
import io.mathscale.core.config.ExportConfig.Format;
import io.mathscale.core.model.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Configurations of trainers that point at the files of an export, with the paper's
 * hyper-parameters (section 4.1). Their paths hold in the folder of the export.
 */
public final class TrainerConfigs {
  /** What LLaMA-Factory looks for in its folder of data. */
  static final String DATASET_INFO = "dataset_info.json";

  /** Paper, section 4.1: batches of 128, here 2 rows × 8 steps × 8 GPUs. */
  private static final int ROWS_A_GPU = 2;

  private static final int STEPS = 8;

  /** Paper, section 4.1. */
  private static final int EPOCHS = 3;

  /** Paper, section 4.1. */
  private static final BigDecimal LEARNING_RATE = new BigDecimal("0.00002");

  /** The paper does not tell it; Stanford Alpaca's recipe, whose prompt the paper takes, does. */
  private static final BigDecimal WARMUP = new BigDecimal("0.03");

  private static final String SCHEDULER = "cosine";

  /** The longest answers that infer asks for, with their questions. */
  private static final int MAX_TOKENS = 2_048;

  private static final String HEADER =
      "# The hyper-parameters of the paper: 3 epochs, learning rate 2e-5, batches of 128 (2 rows, 8 steps, 8 GPUs).\n"
          + "# The paths hold in the folder above, from where %s\n";

  private static final ObjectWriter PRETTY = Json.MAPPER.writerWithDefaultPrettyPrinter();

  private final ExportConfig config;
  private final List<ExportedFile> files;

  private TrainerConfigs(ExportConfig config, List<ExportedFile> files) {
    this.config = config;
    this.files = files;
  }

  /** The texts of the configurations by their paths in the folder. */
  public static SortedMap<String, String> of(ExportConfig config, List<ExportedFile> files) {
    return new TrainerConfigs(config, files).all();
  }

  private SortedMap<String, String> all() {
    SortedMap<String, String> texts = new TreeMap<>();
    Map<String, Object> known = datasetInfo();
    texts.put(DATASET_INFO, json(known));
    known.keySet().stream()
        .findFirst()
        .ifPresent(
            first ->
                texts.put(
                    "trainers/llama-factory.yaml",
                    HEADER.formatted(
                            "llamafactory-cli train trainers/llama-factory.yaml is started.")
                        + Yaml.of(
                            llamaFactory(first, known.keySet().contains(first + "_validation")))));
    axolotlData("train")
        .ifPresent(
            data ->
                texts.put(
                    "trainers/axolotl.yaml",
                    HEADER.formatted("axolotl train trainers/axolotl.yaml is started.")
                        + Yaml.of(axolotl(data))));
    trlFormat()
        .ifPresent(
            format ->
                texts.put(
                    "trainers/trl-sft.yaml",
                    HEADER.formatted("trl sft --config trainers/trl-sft.yaml is started.")
                        + Yaml.of(trl(format))));
    return texts;
  }

  /**
   * LLaMA-Factory reads plain JSON lines and Parquet; of whole prompts it would make prompts again.
   */
  private Map<String, Object> datasetInfo() {
    Map<String, Object> info = new LinkedHashMap<>();
    for (Format format : config.formats()) {
      boolean isRead = format == Format.PARQUET || config.compression() == Compression.NONE;
      Map<String, Object> layout = isRead ? llamaFactoryLayout(format) : Map.of();
      for (DataSplit split : DataSplit.values()) {
        String folder = TrainingFiles.label(format) + "/" + split.label();
        if (!layout.isEmpty()
            && files.stream().anyMatch(file -> file.path().startsWith(folder + "/"))) {
          Map<String, Object> entry = new LinkedHashMap<>();
          entry.put("file_name", folder);
          entry.putAll(layout);
          info.put(name(format, split), entry);
        }
      }
    }

    return info;
  }

  private String name(Format format, DataSplit split) {
    String name = config.card().name() + "_" + TrainingFiles.label(format);
    return split == DataSplit.TRAIN ? name : name + "_" + split.label();
  }

  /** A block that is there must name all that is used: what it leaves out is not read. */
  private static Map<String, Object> llamaFactoryLayout(Format format) {
    return switch (format) {
      case ALPACA ->
          ordered(
              "formatting",
              "alpaca",
              "columns",
              ordered("prompt", "instruction", "query", "input", "response", "output"));
      case PARQUET ->
          ordered(
              "formatting",
              "alpaca",
              "columns",
              ordered("prompt", "question", "response", "solution"));
      case MESSAGES ->
          ordered(
              "formatting",
              "sharegpt",
              "columns",
              ordered("messages", "messages"),
              "tags",
              tags("role", "content", "user", "assistant"));
      case SHAREGPT ->
          ordered(
              "formatting",
              "sharegpt",
              "columns",
              ordered("messages", "conversations"),
              "tags",
              tags("from", "value", "human", "gpt"));
      case PROMPT_COMPLETION, RLVR -> Map.of();
    };
  }

  private static Map<String, Object> tags(
      String role, String content, String user, String assistant) {
    return ordered(
        "role_tag", role,
        "content_tag", content,
        "user_tag", user,
        "assistant_tag", assistant,
        "observation_tag", "observation",
        "function_tag", "function_call",
        "system_tag", "system");
  }

  private Map<String, Object> llamaFactory(String dataset, boolean hasValidation) {
    Map<String, Object> yaml =
        ordered(
            "model_name_or_path",
            config.baseModel(),
            "stage",
            "sft",
            "do_train",
            true,
            "finetuning_type",
            "full",
            "dataset_dir",
            ".",
            "dataset",
            dataset,
            "template",
            "alpaca",
            "cutoff_len",
            MAX_TOKENS,
            "output_dir",
            output("llama-factory"));
    yaml.putAll(hyperParameters());
    yaml.put("num_train_epochs", EPOCHS);
    yaml.put("bf16", true);
    if (hasValidation) {
      yaml.put("eval_dataset", dataset + "_validation");
      yaml.put("eval_strategy", "epoch");
    }

    return yaml;
  }

  private static Map<String, Object> hyperParameters() {
    return ordered(
        "per_device_train_batch_size", ROWS_A_GPU,
        "gradient_accumulation_steps", STEPS,
        "learning_rate", LEARNING_RATE,
        "lr_scheduler_type", SCHEDULER,
        "warmup_ratio", WARMUP);
  }

  private Optional<Map<String, Object>> axolotlData(String split) {
    for (Format format : List.of(Format.ALPACA, Format.MESSAGES, Format.SHAREGPT)) {
      List<String> paths = paths(format, split);
      if (!paths.isEmpty()) {
        Map<String, Object> data =
            ordered(
                "path",
                TrainingFiles.label(format) + "/" + split,
                "ds_type",
                "json",
                "data_files",
                paths,
                "split",
                "train");
        data.putAll(axolotlLayout(format));
        return Optional.of(data);
      }
    }

    return Optional.empty();
  }

  private Map<String, Object> axolotlLayout(Format format) {
    if (format == Format.ALPACA) {
      return ordered("type", "alpaca");
    }

    boolean isShareGpt = format == Format.SHAREGPT;
    Map<String, Object> layout =
        ordered(
            "type",
            "chat_template",
            "field_messages",
            isShareGpt ? "conversations" : "messages",
            "message_property_mappings",
            isShareGpt
                ? ordered("role", "from", "content", "value")
                : ordered("role", "role", "content", "content"),
            "roles_to_train",
            List.of("assistant"));
    if (format == Format.MESSAGES && config.reasoning() == ExportConfig.Reasoning.FIELD) {
      layout.put("field_thinking", "reasoning_content");
    }

    return layout;
  }

  private Map<String, Object> axolotl(Map<String, Object> data) {
    Map<String, Object> yaml = ordered("base_model", config.baseModel());
    if (!data.get("type").equals("alpaca")) {
      yaml.put("chat_template", "chatml");
    }

    yaml.put("datasets", List.of(data));
    Optional<Map<String, Object>> validation = axolotlData("validation");
    validation.ifPresent(rows -> yaml.put("test_datasets", List.of(rows)));
    yaml.putAll(
        ordered(
            "sequence_len", MAX_TOKENS,
            "sample_packing", false,
            "micro_batch_size", ROWS_A_GPU,
            "gradient_accumulation_steps", STEPS,
            "num_epochs", EPOCHS,
            "learning_rate", LEARNING_RATE,
            "optimizer", "adamw_torch",
            "lr_scheduler", SCHEDULER,
            "warmup_ratio", WARMUP,
            "bf16", true,
            "output_dir", output("axolotl")));
    return yaml;
  }

  private Optional<Format> trlFormat() {
    return List.of(Format.PROMPT_COMPLETION, Format.MESSAGES).stream()
        .filter(config.formats()::contains)
        .findFirst();
  }

  private Map<String, Object> trl(Format format) {
    Map<String, Object> yaml =
        ordered(
            "model_name_or_path",
            config.baseModel(),
            "dataset_name",
            TrainingFiles.label(format),
            "dataset_train_split",
            "train",
            "max_length",
            MAX_TOKENS,
            "packing",
            false);
    if (!paths(format, "validation").isEmpty()) {
      yaml.put("dataset_test_split", "validation");
      yaml.put("eval_strategy", "epoch");
    }

    if (format == Format.MESSAGES) {
      yaml.put("assistant_only_loss", true);
    }

    yaml.putAll(hyperParameters());
    yaml.put("num_train_epochs", EPOCHS);
    yaml.put("bf16", true);
    yaml.put("output_dir", output("trl"));
    return yaml;
  }

  private String output(String trainer) {
    return "out/%s-%s".formatted(config.card().name(), trainer);
  }

  private List<String> paths(Format format, String split) {
    String folder = TrainingFiles.label(format) + "/" + split + "/";
    return files.stream().map(ExportedFile::path).filter(path -> path.startsWith(folder)).toList();
  }

  private static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }

    return map;
  }

  private static String json(Map<String, Object> values) {
    try {
      return PRETTY.writeValueAsString(values) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Maps of texts can always be written", e);
    }
  }
}
