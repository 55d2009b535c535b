package io.mathscale.generator.export.card;

import io.mathscale.core.config.ExportConfig.Compression;
import io.mathscale.generator.export.DataSplit;
import io.mathscale.generator.export.ExportedFile;
import io.mathscale.generator.export.Yaml;
import io.mathscale.generator.export.facts.CardFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructType;

/**
 * The YAML that the hub reads at the top of a data card.
 *
 * @see <a href="https://huggingface.co/docs/hub/datasets-cards">Hugging Face, dataset cards</a>
 */
final class FrontMatter {
  private final CardFacts facts;

  FrontMatter(CardFacts facts) {
    this.facts = facts;
  }

  /** The YAML, without the lines of dashes around it. */
  String yaml() {
    Map<String, Object> values = new LinkedHashMap<>();
    if (!facts.languages().isEmpty()) {
      values.put("language", facts.languages());
    }

    putLicenses(values);
    values.put("pretty_name", facts.config().card().name());
    values.put("task_categories", List.of("text-generation"));
    values.put("tags", tags());
    values.put("size_categories", List.of(sizeCategory(facts.export().rows())));
    values.put("configs", configs());
    values.put("dataset_info", infos());
    return Yaml.of(values);
  }

  /** The hub's own word for licences that nobody named is {@code unknown}. */
  private void putLicenses(Map<String, Object> values) {
    List<String> licenses = facts.licenses();
    values.put("license", licenses.isEmpty() ? List.of("unknown") : HubLicenses.of(licenses));
    List<String> others = HubLicenses.others(licenses);
    if (!others.isEmpty()) {
      values.put("license_name", String.join(", ", others));
    }
  }

  private List<String> tags() {
    boolean isSynthetic =
        facts.rows().origins().stream().anyMatch(origin -> origin.name().equals("generated"));
    return isSynthetic
        ? List.of("mathematics", "reasoning", "synthetic", "croissant")
        : List.of("mathematics", "reasoning", "croissant");
  }

  /** The hub's categories: powers of ten from a thousand on. */
  static String sizeCategory(long rows) {
    if (rows < 1_000) {
      return "n<1K";
    }

    String[] names = {"1K", "10K", "100K", "1M", "10M", "100M", "1B", "10B", "100B", "1T"};
    long least = 1_000;
    for (int i = 0; i + 1 < names.length; i++) {
      if (rows < least * 10) {
        return names[i] + "<n<" + names[i + 1];
      }

      least *= 10;
    }

    return "n>1T";
  }

  private List<Map<String, Object>> configs() {
    List<Map<String, Object>> configs = new ArrayList<>();
    String first = facts.schemas().keySet().iterator().next();
    // Viewers show the default: all columns, where there is a file of them.
    String shown = facts.schemas().containsKey("parquet") ? "parquet" : first;
    for (String layout : facts.schemas().keySet()) {
      Map<String, Object> config = new LinkedHashMap<>();
      config.put("config_name", layout);
      if (layout.equals(shown)) {
        config.put("default", true);
      }

      List<Map<String, Object>> paths = new ArrayList<>();
      for (DataSplit split : DataSplit.values()) {
        if (!files(layout, split).isEmpty()) {
          Map<String, Object> path = new LinkedHashMap<>();
          path.put("split", split.label());
          path.put("path", "%s/%s/*".formatted(layout, split.label()));
          paths.add(path);
        }
      }

      config.put("data_files", paths);
      configs.add(config);
    }

    return configs;
  }

  private List<Map<String, Object>> infos() {
    List<Map<String, Object>> infos = new ArrayList<>();
    facts.schemas().forEach((layout, columns) -> infos.add(info(layout, columns)));
    return infos;
  }

  private Map<String, Object> info(String layout, StructType columns) {
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("config_name", layout);
    info.put("features", HubFeatures.of(columns));
    List<Map<String, Object>> splits = new ArrayList<>();
    // The hub's num_bytes and dataset_size are sizes before compression, which files do not tell.
    boolean isPlain =
        RecordSets.encoding(layout).equals(RecordSets.LINES)
            && facts.config().compression() == Compression.NONE;
    long bytes = 0;
    for (DataSplit split : DataSplit.values()) {
      List<ExportedFile> files = files(layout, split);
      if (!files.isEmpty()) {
        Map<String, Object> size = new LinkedHashMap<>();
        size.put("name", split.label());
        if (isPlain) {
          size.put("num_bytes", files.stream().mapToLong(ExportedFile::bytes).sum());
        }

        size.put("num_examples", files.stream().mapToLong(ExportedFile::rows).sum());
        splits.add(size);
        bytes += files.stream().mapToLong(ExportedFile::bytes).sum();
      }
    }

    info.put("splits", splits);
    info.put("download_size", bytes);
    if (isPlain) {
      info.put("dataset_size", bytes);
    }

    return info;
  }

  private List<ExportedFile> files(String layout, DataSplit split) {
    return facts.export().files().stream()
        .filter(file -> file.layout().equals(layout) && file.split().equals(split.label()))
        .toList();
  }
}
