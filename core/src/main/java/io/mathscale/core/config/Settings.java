package io.mathscale.core.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * The settings of a run, as bound and as they may be shown.
 *
 * @param config what the jobs use
 * @param shown every key with its resolved value, secrets masked, for manifests and logs
 */
public record Settings(MathscaleConfig config, SortedMap<String, Object> shown) {
  private static final String REFERENCE = "/io/mathscale/core/conf/reference.conf";

  /** Groups whose keys the user chooses. */
  private static final Set<String> OPEN_GROUPS =
      Set.of("model.headers", "model.extra-body", "model.price.tiers", "benchmark.groups");

  /** Groups whose values may be secrets. */
  private static final Set<String> MASKED_GROUPS = Set.of("model.headers");

  private static final String MASK = "***";

  /** So many edits away, a key is still taken for a misspelling. */
  private static final int NEAREST_EDITS = 12;

  /**
   * Reads a configuration file over the defaults, and {@code key=value} settings over both.
   *
   * @throws ConfigException when the file cannot be read, a key is unknown or a value is wrong
   */
  public static Settings load(File file, List<String> overrides) {
    if (!file.isFile()) {
      throw new ConfigException("--config must name a file that is there: " + file);
    }

    Config given;
    try {
      given = ConfigFactory.parseFile(file, ConfigParseOptions.defaults().setAllowMissing(false));
    } catch (com.typesafe.config.ConfigException e) {
      throw new ConfigException("Cannot read config " + file + ": " + e.getMessage(), e);
    }

    return of(given, file.getPath(), overrides);
  }

  /** The same for the text of a configuration that was read elsewhere, which includes no others. */
  public static Settings parse(String text, String origin, List<String> overrides) {
    ConfigParseOptions options = ConfigParseOptions.defaults().setIncluder(new NoIncludes(origin));
    try {
      return of(ConfigFactory.parseString(text, options), origin, overrides);
    } catch (com.typesafe.config.ConfigException e) {
      throw new ConfigException("Cannot read config " + origin + ": " + e.getMessage(), e);
    }
  }

  /** Beside a text stands no other, and what is not found would be left out without a word. */
  private record NoIncludes(String origin) implements ConfigIncluder {
    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
      return this;
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
      throw new ConfigException(
          "A config that is read by its address cannot include others: %s includes %s"
              .formatted(origin, what));
    }
  }

  private static Settings of(Config given, String origin, List<String> overrides) {
    Config reference = reference();
    Config wanted = overridden(given, overrides);
    Config resolved;
    try {
      resolved = wanted.withFallback(reference).resolve(ConfigResolveOptions.defaults());
    } catch (com.typesafe.config.ConfigException e) {
      throw new ConfigException("Cannot resolve config " + origin + ": " + e.getMessage(), e);
    }

    requireKnown(wanted.root(), "", reference);
    NullValues.refuse(resolved, reference);
    MathscaleConfig config =
        ConfigBinding.bind(
            ModelLists.overlaid(resolved, reference).root().unwrapped(), MathscaleConfig.class);
    return new Settings(config, shown(resolved));
  }

  private static Config overridden(Config given, List<String> overrides) {
    Config config = given;
    for (String override : overrides) {
      int equals = override.indexOf('=');
      if (equals < 1) {
        throw new ConfigException("--set must be key=value: " + override);
      }

      String key = override.substring(0, equals).strip();
      try {
        config = config.withValue(key, value(override.substring(equals + 1)));
      } catch (com.typesafe.config.ConfigException e) {
        throw new ConfigException("--set must be key=value: " + override, e);
      }
    }

    return config;
  }

  /**
   * Numbers, booleans, null, lists and objects are read as HOCON; everything else is text as it is.
   */
  private static ConfigValue value(String text) {
    String trimmed = text.strip();
    boolean isStructured =
        trimmed.startsWith("[") || trimmed.startsWith("{") || trimmed.startsWith("\"");
    boolean isScalar = trimmed.matches("true|false|null|[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    if (isStructured || isScalar) {
      return ConfigFactory.parseString("value = " + trimmed).root().get("value");
    }

    return ConfigValueFactory.fromAnyRef(text);
  }

  private static void requireKnown(ConfigObject group, String prefix, Config reference) {
    for (Map.Entry<String, ConfigValue> entry : group.entrySet()) {
      String key = prefix + entry.getKey();
      if (OPEN_GROUPS.contains(key)) {
        continue;
      }

      if (!reference.hasPathOrNull(quoted(key))) {
        throw new ConfigException(unknown(key, reference));
      }

      if (ModelLists.KEYS.contains(key)) {
        ModelLists.blocks(key, entry.getValue())
            .forEach((place, block) -> requireKnownModel(block, place, reference));
      }

      boolean isGroup =
          reference.hasPath(quoted(key)) // not so where the default is null
              && reference.getValue(quoted(key)) instanceof ConfigObject;
      if (entry.getValue() instanceof ConfigObject inner && isGroup) {
        requireKnown(inner, key + ".", reference);
      }
    }
  }

  /** The keys of a block of a list are those of {@code model}. */
  private static void requireKnownModel(ConfigObject block, String place, Config reference) {
    try {
      requireKnown(block, "model.", reference);
    } catch (ConfigException e) {
      throw e.at(place);
    }
  }

  private static String quoted(String key) {
    return key.matches("[A-Za-z0-9_.-]+")
        ? key
        : com.typesafe.config.ConfigUtil.joinPath(key.split("\\."));
  }

  private static String unknown(String key, Config reference) {
    Optional<String> nearest =
        knownKeys(reference.root(), "").stream()
            .min(Comparator.comparingInt(known -> distance(known, key)))
            .filter(known -> distance(known, key) <= NEAREST_EDITS);
    return "Unknown key "
        + key
        + nearest.map(known -> "; the nearest known key is " + known).orElse("");
  }

  private static int distance(String known, String key) {
    return LevenshteinDistance.getDefaultInstance().apply(known, key);
  }

  private static List<String> knownKeys(ConfigObject group, String prefix) {
    List<String> keys = new ArrayList<>();
    for (Map.Entry<String, ConfigValue> entry : group.entrySet()) {
      keys.add(prefix + entry.getKey());
      if (entry.getValue() instanceof ConfigObject inner) {
        keys.addAll(knownKeys(inner, prefix + entry.getKey() + "."));
      }
    }

    return keys;
  }

  private static SortedMap<String, Object> shown(Config resolved) {
    SortedMap<String, Object> shown = new TreeMap<>();
    flatten(resolved.root(), "", shown);
    return shown;
  }

  private static void flatten(ConfigObject group, String prefix, SortedMap<String, Object> into) {
    for (Map.Entry<String, ConfigValue> entry : group.entrySet()) {
      String key = prefix + entry.getKey();
      if (entry.getValue() instanceof ConfigObject inner && !inner.isEmpty()) {
        flatten(inner, key + ".", into);
      } else if (MASKED_GROUPS.stream().anyMatch(masked -> key.startsWith(masked + "."))) {
        into.put(key, MASK);
      } else if (ModelLists.KEYS.contains(key)) {
        into.put(key, shownModels(entry.getValue()));
      } else if (entry.getValue() instanceof ConfigList list) {
        into.put(key, list.unwrapped());
      } else {
        into.put(key, entry.getValue().unwrapped());
      }
    }
  }

  /** The blocks of a list of models, each with its keys as those of {@code model} are shown. */
  private static List<SortedMap<String, Object>> shownModels(ConfigValue list) {
    List<SortedMap<String, Object>> shown = new ArrayList<>();
    for (ConfigObject block : ModelLists.blocks("", list).values()) {
      SortedMap<String, Object> model = new TreeMap<>();
      flatten(block, "model.", model);
      shown.add(model);
    }

    return shown;
  }

  private static Config reference() {
    try (InputStream stream = Settings.class.getResourceAsStream(REFERENCE);
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return ConfigFactory.parseReader(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + REFERENCE, e);
    }
  }

  /**
   * Refuses null where it means nothing. It is a value where it is the default, and in the body of
   * requests, where it takes a field out.
   */
  private static final class NullValues {
    private static final String MODEL = "model";
    private static final String PRICE = "model.price";
    private static final String TIERS = "model.price.tiers";
    private static final String BODY = "model.extra-body";
    private static final ConfigObject NO_DEFAULTS = ConfigValueFactory.fromMap(Map.of());

    private final Config reference;

    private NullValues(Config reference) {
      this.reference = reference;
    }

    /**
     * Checks all settings.
     *
     * @throws ConfigException naming the first that must not be null
     */
    static void refuse(Config resolved, Config reference) {
      new NullValues(reference).refuse(resolved.root(), "", "", reference.root());
    }

    /**
     * Checks a group.
     *
     * @param place where it stands, for messages
     * @param key of the group of the reference whose keys it has
     * @param defaults that group; empty where the user chooses the keys
     */
    private void refuse(ConfigObject group, String place, String key, ConfigObject defaults) {
      for (Map.Entry<String, ConfigValue> entry : group.entrySet()) {
        String name = entry.getKey();
        refuse(entry.getValue(), inner(place, name), inner(key, name), defaults.get(name));
      }
    }

    private void refuse(ConfigValue value, String place, String key, ConfigValue standard) {
      if (key.equals(BODY)) {
        return;
      }

      boolean mayBeNull = standard != null && standard.valueType() == ConfigValueType.NULL;
      if (value.valueType() == ConfigValueType.NULL && !mayBeNull) {
        throw new ConfigException(place + " must have a value where it is given: null");
      }

      if (value instanceof ConfigObject group) {
        if (key.startsWith(TIERS + ".")) {
          refuse(group, place, PRICE, reference.getObject(PRICE));
        } else {
          refuse(group, place, key, standard instanceof ConfigObject keys ? keys : NO_DEFAULTS);
        }
      } else if (value instanceof ConfigList list) {
        boolean isOfModels = ModelLists.KEYS.contains(key);
        for (int i = 0; i < list.size(); i++) {
          refuse(
              list.get(i),
              "%s[%d]".formatted(place, i),
              isOfModels ? MODEL : key,
              isOfModels ? reference.getObject(MODEL) : null);
        }
      }
    }

    private static String inner(String group, String name) {
      return group.isEmpty() ? name : group + "." + name;
    }
  }
}
