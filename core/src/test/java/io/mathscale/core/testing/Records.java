package io.mathscale.core.testing;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Records of any type of row. */
public final class Records {
  private Records() {}

  /** The values of the components, in their order. */
  public static List<Object> values(Record row) {
    List<Object> values = new ArrayList<>();
    try {
      for (RecordComponent component : row.getClass().getRecordComponents()) {
        values.add(component.getAccessor().invoke(row));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }

    return values;
  }

  /** A row in which each component has a value, another one for each number. */
  public static <R extends Record> R filled(Class<R> type, int number) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(components[i].getGenericType(), number);
    }

    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no row of " + type, e);
    }
  }

  private static Object value(Type type, int number) {
    if (type instanceof ParameterizedType list) {
      Type element = list.getActualTypeArguments()[0];
      return List.of(value(element, number), value(element, number + 1));
    }

    Class<?> raw = (Class<?>) type;
    if (raw.isRecord()) {
      return filled(raw.asSubclass(Record.class), number);
    }

    if (raw.isEnum()) {
      return raw.getEnumConstants()[number % raw.getEnumConstants().length];
    }

    return switch (raw.getSimpleName()) {
      case "String" -> "ä数\u0001\n\"" + number;
      case "boolean", "Boolean" -> number % 2 == 0;
      case "int", "Integer" -> number;
      case "long", "Long" -> Integer.MAX_VALUE + 1L + number;
      case "double", "Double" -> number + 0.1;
      case "BigDecimal" -> new BigDecimal("0.000001").add(BigDecimal.valueOf(number));
      case "Instant" -> Instant.ofEpochSecond(1_700_000_000L + number, 123_456_000);
      default -> throw new IllegalArgumentException("no value of " + raw);
    };
  }
}
