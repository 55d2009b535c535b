package io.mathscale.core.command;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Makes rows of any record type, of values that are not easily written. */
final class SampleRows {
  private static final List<String> TEXTS =
      List.of("plain", "\"quoted\" \\ and / \n\t\u0001\u2028 <&>", "é 中 \uD83D\uDE00", "");
  private static final List<Double> DOUBLES = List.of(0.1, -0.0, 1e21, Double.NaN, 1e-7, 5.0);
  private static final List<BigDecimal> DECIMALS =
      List.of(
          BigDecimal.ZERO, new BigDecimal("0.5628435"), new BigDecimal("-1E-7"), BigDecimal.TEN);
  private static final List<Long> LONGS = List.of(0L, -1L, Long.MAX_VALUE, 1_732_000_000_123L);

  private int next;

  /** So many rows, each with other values. */
  <R extends Record> List<R> of(Class<R> type, int count) {
    List<R> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(record(type));
    }

    return rows;
  }

  private <R> R record(Class<R> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(components[i].getGenericType());
    }

    try {
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private Object value(Type type) {
    next++;
    if (type instanceof ParameterizedType list) {
      Type element = list.getActualTypeArguments()[0];
      return next % 3 == 0 ? List.of() : List.of(value(element), value(element));
    } else if (type == String.class) {
      return TEXTS.get(next % TEXTS.size());
    } else if (type == int.class) {
      return next;
    } else if (type == long.class) {
      return LONGS.get(next % LONGS.size());
    } else if (type == double.class || type == Double.class) {
      return DOUBLES.get(next % DOUBLES.size());
    } else if (type == float.class) {
      return DOUBLES.get(next % DOUBLES.size()).floatValue();
    } else if (type == boolean.class) {
      return next % 2 == 0;
    } else if (type == BigDecimal.class) {
      return DECIMALS.get(next % DECIMALS.size());
    } else if (type == Instant.class) {
      return Instant.ofEpochMilli(next * 1_000_000_007_123L);
    } else if (type == LocalDate.class) {
      return LocalDate.EPOCH.plusDays(next * 1_000L);
    } else if (type instanceof Class<?> raw && raw.isEnum()) {
      Object[] constants = raw.getEnumConstants();
      return constants[next % constants.length];
    } else if (type instanceof Class<?> raw && raw.isRecord()) {
      return record(raw);
    }

    throw new AssertionError("A value must be known for " + type);
  }
}
