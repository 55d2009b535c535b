package io.mathscale.core.prompts;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Message;
import io.mathscale.core.identity.StableHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A conversation with gaps, in Mustache. A line {@code [system]}, {@code [user]} or {@code
 * [assistant]} begins a message; white space around a message does not count.
 *
 * <p>Recompiles itself where it is sent to; safe to use by many threads.
 */
public final class PromptTemplate implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final String BUNDLED = "/io/mathscale/core/conf/prompts/";
  private static final String ENDING = ".mustache";
  private static final Pattern ROLE = Pattern.compile("(?m)^\\[(system|user|assistant)\\]\\R");
  private static final int HASH_LENGTH = 12;

  /** Stands in messages where no key of the configuration is known. */
  private static final String UNNAMED = "a prompt";

  private final String name;
  private final String text;
  private transient volatile List<Part> parts;

  private PromptTemplate(String key, String name, String text) {
    this.name = name;
    this.text = text;
    this.parts = compiled(key, name, text);
  }

  /**
   * The bundled template of a name such as {@code extract}, or else the file at a path.
   *
   * @throws ConfigException when there is neither, or the text is not a template
   */
  public static PromptTemplate load(String nameOrPath) {
    return load(UNNAMED, nameOrPath);
  }

  /**
   * The same for a setting.
   *
   * @param key of the configuration, which errors name
   * @throws ConfigException as {@link #load(String)} does
   */
  public static PromptTemplate load(String key, String nameOrPath) {
    try (InputStream bundled =
        PromptTemplate.class.getResourceAsStream(BUNDLED + nameOrPath + ENDING)) {
      if (bundled != null) {
        String text = new String(bundled.readAllBytes(), StandardCharsets.UTF_8);
        return new PromptTemplate(key, nameOrPath, text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the bundled prompt " + nameOrPath, e);
    }

    Path file = Path.of(nameOrPath);
    try {
      String fileName = String.valueOf(file.getFileName());
      return new PromptTemplate(key, fileName.replace(ENDING, ""), Files.readString(file));
    } catch (IOException e) {
      throw new ConfigException(
          key + " must be a bundled name or a file that can be read: " + nameOrPath, e);
    }
  }

  /** The text with its gaps. */
  public String text() {
    return text;
  }

  /** Name and hash of the text, as {@code name@hash}: stands in each row made with it. */
  public String version() {
    return name + "@" + StableHash.contentId(text).substring(0, HASH_LENGTH);
  }

  /**
   * The conversation with its gaps filled.
   *
   * @param values what the template names; a missing one is an error
   */
  public List<Message> render(Map<String, ?> values) {
    List<Message> messages = new ArrayList<>();
    for (Part part : parts()) {
      messages.add(new Message(part.role(), part.template().execute(values).strip()));
    }

    return messages;
  }

  /**
   * Checks that the template names nothing that is not there, and names what it must.
   *
   * @param key of the configuration, for messages
   * @param values what it may name, each with a value to be found again
   * @param needed what it must name
   * @throws ConfigException when it does not
   */
  public void requireGaps(String key, SortedMap<String, ?> values, List<String> needed) {
    String shown;
    try {
      shown = String.valueOf(render(values));
    } catch (RuntimeException e) {
      throw new ConfigException(
          "%s must have no gaps but %s: %s (%s)"
              .formatted(key, String.join(", ", values.keySet()), version(), e.getMessage()),
          e);
    }

    for (String gap : needed) {
      if (!shown.contains(String.valueOf(values.get(gap)))) {
        throw new ConfigException("%s must have the gap %s: %s".formatted(key, gap, version()));
      }
    }
  }

  /**
   * Checks that the template shows a question, and nothing else that is to be filled in.
   *
   * @param key of the configuration, for messages
   * @throws ConfigException when it does not
   */
  public void requireQuestion(String key) {
    requireGaps(key, new TreeMap<>(Map.of("question", "a question")), List.of("question"));
  }

  private List<Part> parts() {
    List<Part> current = parts;
    if (current == null) {
      current = compiled(UNNAMED, name, text);
      parts = current;
    }

    return current;
  }

  private static List<Part> compiled(String key, String name, String text) {
    List<Part> parts = new ArrayList<>();
    Matcher roles = ROLE.matcher(text);
    boolean isFound = roles.find();
    if (!isFound || !text.substring(0, roles.start()).isBlank()) {
      throw new ConfigException(key + " must begin with a line [system] or [user]: " + name);
    }

    while (isFound) {
      String role = roles.group(1);
      int start = roles.end();
      isFound = roles.find();
      String body = text.substring(start, isFound ? roles.start() : text.length());
      parts.add(new Part(role, compiledBody(key, name, body)));
    }

    return List.copyOf(parts);
  }

  private static Template compiledBody(String key, String name, String body) {
    try {
      return Mustache.compiler().escapeHTML(false).compile(body);
    } catch (MustacheException e) {
      throw new ConfigException(
          "%s must be a template that can be read: %s (%s)".formatted(key, name, e.getMessage()),
          e);
    }
  }

  private record Part(String role, Template template) {}
}
