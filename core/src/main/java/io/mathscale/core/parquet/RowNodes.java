package io.mathscale.core.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapKeyValueTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/**
 * Makes JSON of rows of anybody's files, whatever the types of their columns. What JSON has no word
 * for, such as an interval, becomes null; dates become texts, times the numbers that they are
 * stored as.
 *
 * @see <a href="https://github.com/apache/parquet-format/blob/master/LogicalTypes.md">Parquet,
 *     logical types</a>
 */
public final class RowNodes {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RowNodes() {}

  /** The fields of a row, in the order of their columns; null where there is no value. */
  public static ObjectNode of(Group group) {
    ObjectNode object = NODES.objectNode();
    GroupType type = group.getType();
    for (int field = 0; field < type.getFieldCount(); field++) {
      object.set(type.getFieldName(field), field(group, field));
    }

    return object;
  }

  private static JsonNode field(Group group, int field) {
    Type type = group.getType().getType(field);
    int count = group.getFieldRepetitionCount(field);
    if (type.isRepetition(Type.Repetition.REPEATED)) {
      ArrayNode array = NODES.arrayNode();
      for (int i = 0; i < count; i++) {
        array.add(value(group, field, i, type));
      }

      return array;
    }

    return count == 0 ? NODES.nullNode() : value(group, field, 0, type);
  }

  private static JsonNode value(Group group, int field, int index, Type type) {
    if (type.isPrimitive()) {
      return primitive(group, field, index, type.asPrimitiveType());
    }

    Group value = group.getGroup(field, index);
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    if (meaning instanceof ListLogicalTypeAnnotation) {
      return list(value);
    }

    boolean isMap =
        meaning instanceof MapLogicalTypeAnnotation || meaning instanceof MapKeyValueTypeAnnotation;
    return isMap ? map(value) : of(value);
  }

  /** A list is a group with one repeated field: a group around the element, or the element. */
  private static ArrayNode list(Group list) {
    ArrayNode array = NODES.arrayNode();
    Type repeated = list.getType().getType(0);
    for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
      boolean isAround = !repeated.isPrimitive() && repeated.asGroupType().getFieldCount() == 1;
      array.add(isAround ? field(list.getGroup(0, i), 0) : value(list, 0, i, repeated));
    }

    return array;
  }

  /** A map is a group with one repeated group of key and value. */
  private static ObjectNode map(Group map) {
    ObjectNode object = NODES.objectNode();
    for (int i = 0; i < map.getFieldRepetitionCount(0); i++) {
      Group entry = map.getGroup(0, i);
      boolean hasValue = entry.getType().getFieldCount() > 1;
      object.set(field(entry, 0).asText(), hasValue ? field(entry, 1) : NODES.nullNode());
    }

    return object;
  }

  private static JsonNode primitive(Group group, int field, int index, PrimitiveType type) {
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    if (meaning instanceof DecimalLogicalTypeAnnotation) {
      return NODES.numberNode(Decimals.of(group, field, index));
    }

    if (meaning instanceof DateLogicalTypeAnnotation) {
      return NODES.textNode(LocalDate.ofEpochDay(group.getInteger(field, index)).toString());
    }

    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> NODES.booleanNode(group.getBoolean(field, index));
      case INT32 -> NODES.numberNode(group.getInteger(field, index));
      case INT64 -> NODES.numberNode(group.getLong(field, index));
      case FLOAT -> NODES.numberNode(group.getFloat(field, index));
      case DOUBLE -> NODES.numberNode(group.getDouble(field, index));
      case BINARY -> NODES.textNode(group.getString(field, index));
      case INT96, FIXED_LEN_BYTE_ARRAY -> NODES.nullNode();
    };
  }
}
