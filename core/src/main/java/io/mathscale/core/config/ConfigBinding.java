package io.mathscale.core.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException.BadValue;
import com.typesafe.config.ConfigException.WrongType;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Binds resolved settings to the configuration records. */
final class ConfigBinding {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .addModule(
              new SimpleModule()
                  .addDeserializer(Duration.class, new DurationReader())
                  .addDeserializer(Bytes.class, new BytesReader())
                  .setDeserializerModifier(new KebabEnums()))
          .build();

  private ConfigBinding() {}

  /**
   * Binds settings to a record type.
   *
   * @throws ConfigException naming key, what must hold and what was
   */
  static <T> T bind(Map<String, Object> settings, Class<T> type) {
    try {
      return MAPPER.convertValue(settings, type);
    } catch (IllegalArgumentException e) {
      if (e.getCause() instanceof JsonMappingException problem) {
        throw explained(problem, settings);
      }

      throw e;
    }
  }

  private static ConfigException explained(
      JsonMappingException problem, Map<String, Object> settings) {
    String path = path(problem.getPath());
    if (problem instanceof ValueInstantiationException && problem.getCause() != null) {
      return new ConfigException(placed(path, problem.getCause().getMessage()), problem);
    }

    if (problem instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return new ConfigException(
          "%s must be %s: %s"
              .formatted(path, named(mismatch.getTargetType()), given(problem.getPath(), settings)),
          problem);
    }

    return new ConfigException(path + ": " + problem.getOriginalMessage(), problem);
  }

  /** What a record says of itself ("must …") or of one of its components ("limit must …"). */
  private static String placed(String path, String message) {
    if (path.isEmpty()) {
      return message;
    }

    return path + (message.startsWith("must ") ? " " : ".") + message;
  }

  private static String path(List<JsonMappingException.Reference> references) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference reference : references) {
      if (reference.getFieldName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
      }
    }

    return path.toString();
  }

  private static String named(Class<?> type) {
    if (type.isEnum()) {
      return "one of " + kebabNames(type);
    } else if (type == Duration.class) {
      return "a duration with a unit (500ms, 30s, 5m)";
    } else if (type == Bytes.class) {
      return "a size with a unit (64KiB, 16MiB)";
    } else if (type == int.class || type == long.class || type == Integer.class) {
      return "a whole number";
    } else if (Number.class.isAssignableFrom(type) || type == double.class) {
      return "a number";
    } else if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    } else if (type == String.class) {
      return "text";
    } else if (type.isRecord() || Map.class.isAssignableFrom(type)) {
      return "a group of settings in braces";
    } else {
      return "a list";
    }
  }

  /** The value that was given at a path, text in quotes. */
  private static String given(
      List<JsonMappingException.Reference> path, Map<String, Object> settings) {
    Object value = settings;
    for (JsonMappingException.Reference reference : path) {
      if (value instanceof Map<?, ?> group) {
        value = group.get(reference.getFieldName());
      } else if (value instanceof List<?> list) {
        value = list.get(reference.getIndex());
      }
    }

    return value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
  }

  private static String kebabNames(Class<?> type) {
    return String.join(
        " | ",
        Arrays.stream(type.getEnumConstants()).map(constant -> kebab((Enum<?>) constant)).toList());
  }

  private static String kebab(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads enums by their lower-case names with hyphens. */
  private static final class KebabEnums extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyEnumDeserializer(
        DeserializationConfig config,
        JavaType type,
        BeanDescription description,
        JsonDeserializer<?> deserializer) {
      return new JsonDeserializer<Enum<?>>() {
        @Override
        public Enum<?> deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
          String given = parser.getValueAsString("");
          for (Object constant : type.getRawClass().getEnumConstants()) {
            if (kebab((Enum<?>) constant).equals(given)) {
              return (Enum<?>) constant;
            }
          }

          return (Enum<?>)
              context.handleWeirdStringValue(type.getRawClass(), given, "not one of them");
        }
      };
    }
  }

  private static final class DurationReader extends JsonDeserializer<Duration> {
    @Override
    public Duration deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String given = parser.getValueAsString("");
      try {
        if (given.chars().noneMatch(Character::isLetter)) {
          return (Duration) context.handleWeirdStringValue(Duration.class, given, "no unit");
        }

        return single(given).getDuration("value");
      } catch (BadValue | WrongType e) {
        return (Duration) context.handleWeirdStringValue(Duration.class, given, e.getMessage());
      }
    }
  }

  private static final class BytesReader extends JsonDeserializer<Bytes> {
    @Override
    public Bytes deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      String given = parser.getValueAsString("");
      try {
        if (given.chars().noneMatch(Character::isLetter)) {
          return (Bytes) context.handleWeirdStringValue(Bytes.class, given, "no unit");
        }

        return new Bytes(single(given).getBytes("value"));
      } catch (BadValue | WrongType e) {
        return (Bytes) context.handleWeirdStringValue(Bytes.class, given, e.getMessage());
      }
    }
  }

  private static Config single(String value) {
    return ConfigFactory.parseMap(Map.of("value", value));
  }
}
