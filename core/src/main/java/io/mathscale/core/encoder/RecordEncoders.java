package io.mathscale.core.encoder;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.catalyst.JavaTypeInference;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders;
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
 * records, and lists of these; a record with a type parameter takes the encoder of what it holds.
 */
public final class RecordEncoders {
  private RecordEncoders() {}

  /** The encoder of a public record type. */
  public static <R extends Record> Encoder<R> of(Class<R> type) {
    return recordEncoder(type, Optional.empty());
  }

  /**
   * The encoder of a public record type with one type parameter.
   *
   * @param type the record type
   * @param parameter encodes the components whose type is the parameter
   */
  @SuppressWarnings("unchecked") // a class cannot say what its type parameter is
  public static <R extends Record> Encoder<R> of(Class<? super R> type, Encoder<?> parameter) {
    return (Encoder<R>)
        recordEncoder(type, Optional.of(AgnosticEncoders.agnosticEncoderFor(parameter)));
  }

  private static <R> AgnosticEncoder<R> recordEncoder(
      Class<R> type, Optional<AgnosticEncoder<?>> parameter) {
    List<EncoderField> fields = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      fields.add(
          new EncoderField(
              component.getName(),
              encoderFor(component.getGenericType(), parameter),
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
  private static AgnosticEncoder<?> encoderFor(Type type, Optional<AgnosticEncoder<?>> parameter) {
    if (type instanceof TypeVariable<?>) {
      return parameter.orElseThrow(
          () -> new IllegalArgumentException("type parameter must have an encoder: " + type));
    }

    if (type instanceof Class<?> raw && raw.isRecord()) {
      return recordEncoder(raw, Optional.empty());
    }

    if (type instanceof ParameterizedType parameterized
        && parameterized.getRawType() == List.class) {
      return new IterableEncoder(
          ClassTag$.MODULE$.apply(List.class),
          encoderFor(parameterized.getActualTypeArguments()[0], parameter),
          true,
          false);
    }

    return JavaTypeInference.encoderFor(type);
  }
}
