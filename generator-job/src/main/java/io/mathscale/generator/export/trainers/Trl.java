package io.mathscale.generator.export.trainers;

import static io.mathscale.generator.export.trainers.HyperParameters.ordered;

import io.mathscale.core.config.ExportConfig.Format;
import io.mathscale.generator.export.TrainingFiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configuration of TRL's supervised fine-tuning. */
final class Trl {
  private final LayoutFiles files;

  Trl(LayoutFiles files) {
    this.files = files;
  }

  /** A configuration, where there is a layout that it reads. */
  Optional<Map<String, Object>> training() {
    return List.of(Format.PROMPT_COMPLETION, Format.MESSAGES).stream()
        .filter(files.config().formats()::contains)
        .findFirst()
        .map(this::training);
  }

  private Map<String, Object> training(Format format) {
    Map<String, Object> yaml =
        ordered(
            "model_name_or_path",
            files.config().baseModel(),
            "dataset_name",
            TrainingFiles.label(format),
            "dataset_train_split",
            "train",
            "max_length",
            HyperParameters.MAX_TOKENS,
            "packing",
            false);
    if (!files.paths(format, "validation").isEmpty()) {
      yaml.put("dataset_test_split", "validation");
      yaml.put("eval_strategy", "epoch");
    }

    if (format == Format.MESSAGES) {
      yaml.put("assistant_only_loss", true);
    }

    yaml.putAll(HyperParameters.ofTransformers());
    yaml.put("output_dir", files.output("trl"));
    return yaml;
  }
}
