package io.mathscale.core.encoder;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.catalyst.JavaTypeInference;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.EncoderField;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.IterableEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.ProductEncoder;
import org.apache.spark.sql.types.Metadata;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;

/**
 * Encoders for Java records: a column a component, in the order declared.
 *
 * <p>{@code Encoders.bean} gives an empty schema for a record without a word. Components may be
 * what Spark's Java type inference knows (primitives, strings, enums, decimals, instants), nested
 * records, and lists of these.
 */
public final class RecordEncoders {
  private RecordEncoders() {}

  /** The encoder of a public record type. */
  public static <R extends Record> Encoder<R> of(Class<R> type) {
    return recordEncoder(type);
  }

  private static <R> AgnosticEncoder<R> recordEncoder(Class<R> type) {
    List<EncoderField> fields = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      fields.add(
          new EncoderField(
              component.getName(),
              encoderFor(component.getGenericType()),
              !component.getType().isPrimitive(),
              Metadata.empty(),
              Option.empty(),
              Option.empty()));
    }

    return new ProductEncoder<>(
        ClassTag$.MODULE$.apply(type),
        CollectionConverters.asScala(fields).toSeq(),
        Option.empty());
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // the element type is known only at run time
  private static AgnosticEncoder<?> encoderFor(Type type) {
    if (type instanceof Class<?> raw && raw.isRecord()) {
      return recordEncoder(raw);
    }

    if (type instanceof ParameterizedType parameterized
        && parameterized.getRawType() == List.class) {
      return new IterableEncoder(
          ClassTag$.MODULE$.apply(List.class),
          encoderFor(parameterized.getActualTypeArguments()[0]),
          true,
          false);
    }

    return JavaTypeInference.encoderFor(type);
  }
}
