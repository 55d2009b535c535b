package io.mathscale.core.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the lists of models that some stages ask in place of {@code model}. */
final class ModelLists {
  /** The lists: their elements have the keys of {@code model}. */
  static final Set<String> KEYS = Set.of("validate.models", "solve.models", "judge.models");

  /**
   * What belongs to the service at {@code model.base-url}: a model at another address does not take
   * it from {@code model}, so that no key goes to a stranger and nothing is spent at another's
   * price.
   */
  private static final Set<String> OF_SERVICE =
      Set.of(
          "pool",
          "dialect",
          "api-key",
          "api-version",
          "price",
          "free",
          "requests-per-minute",
          "tokens-per-minute",
          "headers",
          "endpoints",
          "client-certificate");

  private static final String MODEL = "model";
  private static final String BASE_URL = "base-url";
  private static final String NAME = "name";

  private ModelLists() {}

  /**
   * Fills up each element of the lists.
   *
   * @param resolved all settings
   * @param reference the defaults
   * @return the settings in which each listed model has every key: its own, or else that of {@code
   *     model}; what belongs to the service of {@code model} only at the same address
   * @throws ConfigException where an element is no group, or has no name
   */
  static Config overlaid(Config resolved, Config reference) {
    Config overlaid = resolved;
    for (String key : KEYS) {
      List<ConfigValue> models = new ArrayList<>();
      blocks(key, resolved.getValue(key))
          .forEach(
              (place, block) ->
                  models.add(
                      overlaid(
                          place, block, resolved.getObject(MODEL), reference.getObject(MODEL))));
      overlaid = overlaid.withValue(key, ConfigValueFactory.fromIterable(models));
    }

    return overlaid;
  }

  private static ConfigObject overlaid(
      String place, ConfigObject block, ConfigObject model, ConfigObject defaults) {
    if (!block.containsKey(NAME)) {
      throw new ConfigException(place + ".name must be set: \"\"");
    }

    boolean isElsewhere =
        block.containsKey(BASE_URL) && !block.get(BASE_URL).equals(model.get(BASE_URL));
    ConfigObject whole = model;
    for (String key : defaults.keySet()) {
      if (block.containsKey(key)) {
        whole = whole.withValue(key, block.get(key).withFallback(defaults.get(key)));
      } else if (isElsewhere && OF_SERVICE.contains(key)) {
        whole = whole.withValue(key, defaults.get(key));
      }
    }

    return whole;
  }

  /**
   * The elements of a list by their places, such as {@code validate.models[0]}.
   *
   * @throws ConfigException where it is no list of groups
   */
  static Map<String, ConfigObject> blocks(String key, ConfigValue list) {
    if (!(list instanceof ConfigList elements)) {
      throw new ConfigException(key + " must be a list: " + list.unwrapped());
    }

    Map<String, ConfigObject> blocks = new LinkedHashMap<>();
    for (ConfigValue element : elements) {
      String place = "%s[%d]".formatted(key, blocks.size());
      if (!(element instanceof ConfigObject block)) {
        throw new ConfigException(
            place + " must be a group of settings in braces: " + element.unwrapped());
      }

      blocks.put(place, block);
    }

    return blocks;
  }
}
