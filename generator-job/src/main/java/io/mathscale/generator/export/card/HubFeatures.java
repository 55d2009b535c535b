package io.mathscale.generator.export.card;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Columns as the front matter of a card on the hub describes them. */
final class HubFeatures {
  private static final Map<String, String> TYPES =
      Map.of(
          "string", "string",
          "integer", "int32",
          "long", "int64",
          "double", "float64",
          "boolean", "bool");

  private HubFeatures() {}

  /** The features of these columns. */
  static List<Map<String, Object>> of(StructType columns) {
    List<Map<String, Object>> features = new ArrayList<>();
    for (StructField column : columns.fields()) {
      Map<String, Object> feature = new LinkedHashMap<>();
      feature.put("name", column.name());
      feature.putAll(type(column.dataType()));
      features.add(feature);
    }

    return features;
  }

  private static Map<String, Object> type(DataType type) {
    if (type instanceof StructType struct) {
      return Map.of("struct", of(struct));
    }

    if (type instanceof ArrayType array) {
      return Map.of(
          "list",
          array.elementType() instanceof StructType struct
              ? of(struct)
              : scalar(array.elementType()));
    }

    return Map.of("dtype", scalar(type));
  }

  private static String scalar(DataType type) {
    String name = TYPES.get(type.typeName());
    if (name == null) {
      throw new IllegalStateException("A column must have a type that is known: " + type.sql());
    }

    return name;
  }
}
