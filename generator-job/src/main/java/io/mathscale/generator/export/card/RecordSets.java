package io.mathscale.generator.export.card;

import io.mathscale.core.config.ExportConfig.Compression;
import io.mathscale.generator.export.facts.CardFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of each layout as Croissant's record sets, and the splits. */
final class RecordSets {
  /** The name of Parquet that Croissant's own reader knows. */
  static final String PARQUET = "application/x-parquet";

  /** The name of JSON lines that Croissant's own reader knows. */
  static final String LINES = "application/jsonlines";

  private static final Map<String, String> TYPES =
      Map.of(
          "string", "sc:Text",
          "integer", "sc:Integer",
          "long", "sc:Integer",
          "double", "sc:Float",
          "boolean", "sc:Boolean");

  private static final Map<String, String> SPLITS =
      Map.of(
          "train", "cr:TrainingSplit",
          "validation", "cr:ValidationSplit",
          "test", "cr:TestSplit");

  private final CardFacts facts;

  RecordSets(CardFacts facts) {
    this.facts = facts;
  }

  /** Whether readers of Croissant can read the files of a layout: compressed lines they cannot. */
  static boolean isReadable(String layout, CardFacts facts) {
    return encoding(layout).equals(PARQUET) || facts.config().compression() == Compression.NONE;
  }

  static String encoding(String layout) {
    return layout.equals("parquet") || layout.equals("verl") ? PARQUET : LINES;
  }

  static String fileSet(String layout) {
    return layout + "-files";
  }

  List<Map<String, Object>> all() {
    List<Map<String, Object>> sets = new ArrayList<>();
    sets.add(splits());
    facts
        .schemas()
        .forEach(
            (layout, columns) -> {
              if (isReadable(layout, facts)) {
                sets.add(set(layout, columns));
              }
            });
    return sets;
  }

  private Map<String, Object> splits() {
    List<Map<String, Object>> data = new ArrayList<>();
    facts
        .export()
        .splits()
        .keySet()
        .forEach(
            split ->
                data.add(
                    CroissantJson.ordered("splits/name", split, "splits/url", SPLITS.get(split))));
    return CroissantJson.ordered(
        "@type", "cr:RecordSet",
        "@id", "splits",
        "name", "splits",
        "dataType", "cr:Split",
        "key", Map.of("@id", "splits/name"),
        "field",
            List.of(
                CroissantJson.ordered(
                    "@type",
                    "cr:Field",
                    "@id",
                    "splits/name",
                    "name",
                    "name",
                    "dataType",
                    "sc:Text"),
                CroissantJson.ordered(
                    "@type",
                    "cr:Field",
                    "@id",
                    "splits/url",
                    "name",
                    "url",
                    "dataType",
                    "cr:Split")),
        "data", data);
  }

  private static Map<String, Object> set(String layout, StructType columns) {
    List<Map<String, Object>> fields = new ArrayList<>();
    fields.add(
        CroissantJson.ordered(
            "@type",
            "cr:Field",
            "@id",
            layout + "/split",
            "name",
            "split",
            "dataType",
            "sc:Text",
            "source",
            CroissantJson.ordered(
                "fileSet", Map.of("@id", fileSet(layout)),
                "extract", Map.of("fileProperty", "fullpath"),
                "transform", Map.of("regex", "(train|validation|test)-[0-9]+-of-")),
            "references",
            Map.of("field", Map.of("@id", "splits/name"))));
    for (StructField column : columns.fields()) {
      boolean isArray = column.dataType() instanceof ArrayType;
      DataType type =
          column.dataType() instanceof ArrayType array ? array.elementType() : column.dataType();
      // Lists of groups, such as messages, have no form that Croissant's own reader can read.
      if (type instanceof StructType group) {
        if (!isArray) {
          fields.add(group(layout, column.name(), group));
        }
      } else {
        fields.add(field(layout, layout + "/" + column.name(), column.name(), type, isArray));
      }
    }

    return CroissantJson.ordered(
        "@type", "cr:RecordSet",
        "@id", layout,
        "name", layout,
        "key", Map.of("@id", layout + "/id"),
        "field", fields);
  }

  private static Map<String, Object> field(
      String layout, String id, String name, DataType type, boolean isArray) {
    Map<String, Object> field =
        CroissantJson.ordered(
            "@type",
            "cr:Field",
            "@id",
            id,
            "name",
            name,
            "dataType",
            TYPES.get(type.typeName()),
            "source",
            source(layout, name));
    if (isArray) {
      field.put("isArray", true);
      field.put("arrayShape", "-1");
    }

    return field;
  }

  private static Map<String, Object> source(String layout, String column) {
    return CroissantJson.ordered(
        "fileSet", Map.of("@id", fileSet(layout)), "extract", Map.of("column", column));
  }

  private static Map<String, Object> group(String layout, String name, StructType group) {
    String id = layout + "/" + name;
    List<Map<String, Object>> parts = new ArrayList<>();
    for (StructField part : group.fields()) {
      boolean isArray = part.dataType() instanceof ArrayType;
      DataType type =
          part.dataType() instanceof ArrayType array ? array.elementType() : part.dataType();
      if (type instanceof StructType) {
        continue; // As of lists of groups above.
      }

      Map<String, Object> field = field(layout, id + "/" + part.name(), name, type, isArray);
      field.put("name", part.name());
      Map<String, Object> source = source(layout, name);
      source.put("transform", Map.of("jsonPath", part.name()));
      field.put("source", source);
      parts.add(field);
    }

    return CroissantJson.ordered("@type", "cr:Field", "@id", id, "name", name, "subField", parts);
  }
}
