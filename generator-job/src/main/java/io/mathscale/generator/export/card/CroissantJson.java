package io.mathscale.generator.export.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mathscale.core.config.ExportConfig;
import io.mathscale.core.model.Json;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.generator.export.ExportedFile;
import io.mathscale.generator.export.facts.CardFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes {@code croissant.json}: the files and their columns as Croissant 1.1 describes them, with
 * its terms of responsible AI and W3C's of provenance.
 *
 * @see <a href="http://mlcommons.org/croissant/1.1">Croissant format specification 1.1</a>
 */
public final class CroissantJson {
  /** The file in the folder. */
  public static final String FILE = "croissant.json";

  private final CardFacts facts;

  /** The description of these facts. */
  public CroissantJson(CardFacts facts) {
    this.facts = facts;
  }

  /** The JSON-LD. */
  public String json() {
    try {
      return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(values()) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Maps of texts can always be written", e);
    }
  }

  private Map<String, Object> values() {
    ExportConfig.Card card = facts.config().card();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("@context", CroissantContext.VALUES);
    values.put("@type", "sc:Dataset");
    // One text: Croissant's own reader takes a list with RAI's address for an unknown version.
    values.put("conformsTo", "http://mlcommons.org/croissant/1.1");
    values.put("name", card.name());
    values.put("description", description());
    values.put("version", card.version());
    values.put("datePublished", facts.export().ended().substring(0, "yyyy-mm-dd".length()));
    values.put("keywords", List.of("mathematics", "reasoning"));
    putUnlessEmpty(values, "inLanguage", facts.languages());
    putUnlessEmpty(
        values, "license", facts.licenses().stream().map(CroissantJson::license).toList());
    putUnlessEmpty(values, "url", card.url());
    if (!card.creator().isBlank()) {
      values.put("creator", ordered("@type", "sc:Organization", "name", card.creator()));
    }

    putProvenance(values);
    new ResponsibleAi(facts).terms().forEach((term, text) -> putUnlessEmpty(values, term, text));
    values.put("distribution", distribution());
    values.put("recordSet", new RecordSets(facts).all());
    return values;
  }

  private String description() {
    return String.format(
        Locale.ROOT,
        "%,d mathematics questions with worked solutions, made by the MathScale method"
            + " (arXiv 2403.02884) of %s.",
        facts.export().rows(),
        facts.tables().stream()
            .filter(table -> table.table().equals("seeds"))
            .findFirst()
            .map(seeds -> String.format(Locale.ROOT, "%,d seed questions", seeds.rows()))
            .orElse("seed questions"));
  }

  private static void putUnlessEmpty(Map<String, Object> values, String key, Object value) {
    boolean isEmpty = value instanceof List<?> list ? list.isEmpty() : value.toString().isBlank();
    if (!isEmpty) {
      values.put(key, value);
    }
  }

  private static Object license(String license) {
    return license.startsWith("http")
        ? license
        : ordered("@type", "sc:CreativeWork", "name", license);
  }

  private void putProvenance(Map<String, Object> values) {
    List<Object> sources =
        facts.rows().datasets().stream()
            .map(
                dataset ->
                    (Object)
                        ordered(
                            "@id",
                            "urn:dataset:" + identifier(dataset.name()),
                            "prov:label",
                            dataset.name()))
            .toList();
    putUnlessEmpty(values, "prov:wasDerivedFrom", sources);
    values.put("prov:wasGeneratedBy", facts.tables().stream().map(this::activity).toList());
    List<Object> agents = new ArrayList<>();
    agents.add(agent("MathScale on Spark " + facts.export().toolVersion()));
    facts.rows().models().forEach(model -> agents.add(agent(model.name())));
    values.put("prov:wasAttributedTo", agents);
  }

  private Map<String, Object> activity(Manifest table) {
    return ordered(
        "@type", "prov:Activity",
        "prov:label",
            String.format(
                Locale.ROOT,
                "%s: table %s, %,d rows",
                table.producer(),
                table.table(),
                table.rows()),
        "prov:startedAtTime", table.started(),
        "prov:endedAtTime", table.ended());
  }

  private static Map<String, Object> agent(String name) {
    return ordered("@type", "prov:SoftwareAgent", "prov:label", name);
  }

  /** What may stand in an identifier of JSON-LD: no blanks. */
  private static String identifier(String name) {
    return name.replaceAll("[^A-Za-z0-9._-]+", "-");
  }

  private List<Map<String, Object>> distribution() {
    List<Map<String, Object>> files = new ArrayList<>();
    for (ExportedFile file : facts.export().files()) {
      files.add(
          ordered(
              "@type", "cr:FileObject",
              "@id", file.path(),
              "name", file.path().substring(file.path().lastIndexOf('/') + 1),
              "contentUrl", file.path(),
              "contentSize", file.bytes() + " B",
              "encodingFormat", encoding(file.path()),
              "sha256", file.sha256()));
    }

    for (String layout : facts.schemas().keySet()) {
      if (RecordSets.isReadable(layout, facts)) {
        files.add(
            ordered(
                "@type",
                "cr:FileSet",
                "@id",
                RecordSets.fileSet(layout),
                "name",
                layout,
                "encodingFormat",
                RecordSets.encoding(layout),
                "includes",
                layout + "/*/*"));
      }
    }

    return files;
  }

  private static Object encoding(String path) {
    if (path.endsWith(".parquet")) {
      return RecordSets.PARQUET;
    }

    if (path.endsWith(".gz")) {
      return List.of(RecordSets.LINES, "application/gzip");
    }

    return path.endsWith(".zst") ? List.of(RecordSets.LINES, "application/zstd") : RecordSets.LINES;
  }

  static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }

    return map;
  }
}
