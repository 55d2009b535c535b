package io.mathscale.generator.export.trainers;

import static io.mathscale.generator.export.trainers.HyperParameters.ordered;

import io.mathscale.core.config.ExportConfig.Format;
import io.mathscale.core.config.ExportConfig.Reasoning;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configuration of axolotl. */
final class Axolotl {
  /** The layouts that it reads, the paper's first. */
  private static final List<Format> FORMATS =
      List.of(Format.ALPACA, Format.MESSAGES, Format.SHAREGPT);

  private final LayoutFiles files;

  Axolotl(LayoutFiles files) {
    this.files = files;
  }

  /** A configuration, where there is a layout that it reads. */
  Optional<Map<String, Object>> training() {
    return data("train").map(this::training);
  }

  private Map<String, Object> training(Map<String, Object> data) {
    Map<String, Object> yaml = ordered("base_model", files.config().baseModel());
    if (!data.get("type").equals("alpaca")) {
      yaml.put("chat_template", "chatml");
    }

    yaml.put("datasets", List.of(data));
    data("validation").ifPresent(rows -> yaml.put("test_datasets", List.of(rows)));
    yaml.putAll(
        ordered(
            "sequence_len", HyperParameters.MAX_TOKENS,
            "sample_packing", false,
            "micro_batch_size", HyperParameters.ROWS_A_GPU,
            "gradient_accumulation_steps", HyperParameters.STEPS,
            "num_epochs", HyperParameters.EPOCHS,
            "learning_rate", HyperParameters.LEARNING_RATE,
            "optimizer", "adamw_torch",
            "lr_scheduler", HyperParameters.SCHEDULER,
            "warmup_ratio", HyperParameters.WARMUP,
            "bf16", true,
            "output_dir", files.output("axolotl")));
    return yaml;
  }

  private Optional<Map<String, Object>> data(String split) {
    return FORMATS.stream()
        .filter(format -> !files.paths(format, split).isEmpty())
        .findFirst()
        .map(format -> data(format, split));
  }

  private Map<String, Object> data(Format format, String split) {
    Map<String, Object> data =
        ordered(
            "path",
            LayoutFiles.folder(format, split),
            "ds_type",
            "json",
            "data_files",
            files.paths(format, split),
            "split",
            "train");
    data.putAll(layout(format));
    return data;
  }

  private Map<String, Object> layout(Format format) {
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
    if (!isShareGpt && files.config().reasoning() == Reasoning.FIELD) {
      layout.put("field_thinking", "reasoning_content");
    }

    return layout;
  }
}
