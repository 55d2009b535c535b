package io.mathscale.generator.export.trainers;

import static io.mathscale.generator.export.trainers.HyperParameters.ordered;

import io.mathscale.core.config.ExportConfig.Compression;
import io.mathscale.core.config.ExportConfig.Format;
import io.mathscale.generator.export.DataSplit;
import io.mathscale.generator.export.TrainingFiles;
import java.util.LinkedHashMap;
import java.util.Map;

/** What LLaMA-Factory reads: its list of data sets, and a configuration that names one. */
final class LlamaFactory {
  private final LayoutFiles files;

  LlamaFactory(LayoutFiles files) {
    this.files = files;
  }

  /**
   * The data sets by name: it reads plain JSON lines and Parquet, and makes whole prompts itself.
   */
  Map<String, Object> datasetInfo() {
    Map<String, Object> info = new LinkedHashMap<>();
    for (Format format : files.config().formats()) {
      boolean isRead = format == Format.PARQUET || files.config().compression() == Compression.NONE;
      Map<String, Object> layout = isRead ? layout(format) : Map.of();
      for (DataSplit split : DataSplit.values()) {
        if (!layout.isEmpty() && !files.paths(format, split.label()).isEmpty()) {
          Map<String, Object> entry =
              ordered("file_name", LayoutFiles.folder(format, split.label()));
          entry.putAll(layout);
          info.put(name(format, split), entry);
        }
      }
    }

    return info;
  }

  private String name(Format format, DataSplit split) {
    String name = files.config().card().name() + "_" + TrainingFiles.label(format);
    return split == DataSplit.TRAIN ? name : name + "_" + split.label();
  }

  /** A block that is there must name all that is used: what it leaves out is not read. */
  private static Map<String, Object> layout(Format format) {
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
              "formatting", "sharegpt",
              "columns", ordered("messages", "messages"),
              "tags", tags("role", "content", "user", "assistant"));
      case SHAREGPT ->
          ordered(
              "formatting", "sharegpt",
              "columns", ordered("messages", "conversations"),
              "tags", tags("from", "value", "human", "gpt"));
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

  /** A configuration for one of its data sets. */
  Map<String, Object> training(String dataset, boolean hasValidation) {
    Map<String, Object> yaml =
        ordered(
            "model_name_or_path",
            files.config().baseModel(),
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
            HyperParameters.MAX_TOKENS,
            "output_dir",
            files.output("llama-factory"));
    yaml.putAll(HyperParameters.ofTransformers());
    if (hasValidation) {
      yaml.put("eval_dataset", dataset + "_validation");
      yaml.put("eval_strategy", "epoch");
    }

    return yaml;
  }
}
