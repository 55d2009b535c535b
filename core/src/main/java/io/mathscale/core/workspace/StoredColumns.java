package io.mathscale.core.workspace;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Compares the columns of Parquet files with those that a row type wants. */
final class StoredColumns {
  private StoredColumns() {}

  /**
   * The wanted columns that the files lack, nested ones by their paths. Spark would read them as
   * null, without a word.
   */
  static List<String> missing(StructType wanted, GroupType stored) {
    List<String> missing = new ArrayList<>();
    collect(wanted, stored, "", missing);
    return missing;
  }

  private static void collect(
      StructType wanted, GroupType stored, String prefix, List<String> missing) {
    for (StructField field : wanted.fields()) {
      String path = prefix + field.name();
      if (!stored.containsField(field.name())) {
        missing.add(path);
      } else {
        collectNested(field.dataType(), stored.getType(field.name()), path, missing);
      }
    }
  }

  private static void collectNested(
      DataType wanted, Type stored, String path, List<String> missing) {
    if (stored.isPrimitive()) {
      return;
    }

    if (wanted instanceof StructType struct) {
      collect(struct, stored.asGroupType(), path + ".", missing);
    } else if (wanted instanceof ArrayType array) {
      // A list is a group with one repeated group, whose only field is the element.
      Type element = stored.asGroupType().getType(0).asGroupType().getType(0);
      collectNested(array.elementType(), element, path + "[]", missing);
    }
  }
}
