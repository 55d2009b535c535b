package io.mathscale.generator.export.card;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The names of Croissant's terms, as appendix 1 of its specification 1.1 lists them, and of PROV's.
 */
final class CroissantContext {
  /** Terms of the namespace {@code cr}. */
  private static final String[] TERMS = {
    "annotation",
    "arrayShape",
    "citeAs",
    "column",
    "containedIn",
    "equivalentProperty",
    "excludes",
    "extract",
    "field",
    "fileProperty",
    "fileObject",
    "fileSet",
    "format",
    "includes",
    "isArray",
    "isLiveDataset",
    "jsonPath",
    "key",
    "md5",
    "parentField",
    "recordSet",
    "references",
    "regex",
    "readLines",
    "sdVersion",
    "separator",
    "source",
    "subField",
    "transform",
    "unArchive",
    "value"
  };

  /** The context. */
  static final Map<String, Object> VALUES = values();

  private CroissantContext() {}

  private static Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("@language", "en");
    values.put("@vocab", "https://schema.org/");
    values.put("sc", "https://schema.org/");
    values.put("cr", "http://mlcommons.org/croissant/");
    values.put("rai", "http://mlcommons.org/croissant/RAI/");
    values.put("dct", "http://purl.org/dc/terms/");
    values.put("prov", "http://www.w3.org/ns/prov#");
    values.put("conformsTo", "dct:conformsTo");
    values.put("data", new TreeMap<>(Map.of("@id", "cr:data", "@type", "@json")));
    values.put("dataType", new TreeMap<>(Map.of("@id", "cr:dataType", "@type", "@vocab")));
    values.put("examples", new TreeMap<>(Map.of("@id", "cr:examples", "@type", "@json")));
    for (String term : TERMS) {
      values.put(term, "cr:" + term);
    }

    return values;
  }
}
