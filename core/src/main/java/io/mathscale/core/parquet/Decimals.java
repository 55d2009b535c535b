package io.mathscale.core.parquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/** Reads decimals out of rows. */
public final class Decimals {
  private Decimals() {}

  /**
   * The decimal in a field: its unscaled value is a number, or bytes where it may be too long for
   * one.
   *
   * @see <a href="https://github.com/apache/parquet-format/blob/master/LogicalTypes.md#decimal">
   *     Parquet, logical types</a>
   */
  public static BigDecimal of(Group group, int field) {
    return of(group, field, 0);
  }

  /** The decimal in one of the values of a repeated field. */
  static BigDecimal of(Group group, int field, int index) {
    PrimitiveType type = group.getType().getType(field).asPrimitiveType();
    DecimalLogicalTypeAnnotation decimal =
        (DecimalLogicalTypeAnnotation) type.getLogicalTypeAnnotation();
    return new BigDecimal(unscaled(group, field, index, type), decimal.getScale());
  }

  private static BigInteger unscaled(Group group, int field, int index, PrimitiveType type) {
    return switch (type.getPrimitiveTypeName()) {
      case INT32 -> BigInteger.valueOf(group.getInteger(field, index));
      case INT64 -> BigInteger.valueOf(group.getLong(field, index));
      default -> new BigInteger(group.getBinary(field, index).getBytes());
    };
  }
}
