package io.mathscale.generator.export.trainers;

import io.mathscale.core.config.ExportConfig;
import io.mathscale.core.config.ExportConfig.Format;
import io.mathscale.generator.export.ExportedFile;
import io.mathscale.generator.export.TrainingFiles;
import java.util.List;

/**
 * The files of an export by layout and split.
 *
 * @param config its settings
 * @param files all files
 */
record LayoutFiles(ExportConfig config, List<ExportedFile> files) {
  /** The folder of a layout and split. */
  static String folder(Format format, String split) {
    return TrainingFiles.label(format) + "/" + split;
  }

  /** The paths of a layout and split. */
  List<String> paths(Format format, String split) {
    String folder = folder(format, split) + "/";
    return files.stream().map(ExportedFile::path).filter(path -> path.startsWith(folder)).toList();
  }

  /** Where a trainer puts the model: beside the folder, which the next export replaces whole. */
  String output(String trainer) {
    return "../trained/%s-%s".formatted(config.card().name(), trainer);
  }
}
