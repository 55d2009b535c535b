package io.mathscale.core.source.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.mathscale.core.source.files.SourceFile.Format;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells what a file holds by its first characters, and by its name where these leave it open:
 * MWPBench's files are named {@code .json} and hold JSON lines.
 */
final class FileFormat {
  private static final JsonFactory JSON = new JsonFactory();

  /** Endings of tables, of which any may have any delimiter. */
  private static final Set<String> TABLES = Set.of("csv", "tsv", "tab");

  /** An object whose fields stand on lines of their own. */
  private static final Pattern PRETTY_PRINTED = Pattern.compile("\\s*+\\{[ \\t]*+\\R");

  /** An object a line, where CR alone ends lines. */
  private static final Pattern OLD_LINES =
      Pattern.compile("\\{[^\\n]*?\\}[ \\t]*+\\r[ \\t\\r]*+\\{");

  private FileFormat() {}

  /**
   * The format of a text.
   *
   * @param name the name of the file
   * @param start the first characters of what it holds, decompressed and without a byte order mark
   */
  static Format of(String name, String start) {
    String ending = FileEndings.ofFormat(name);
    if (TABLES.contains(ending)) {
      return table(ending, start);
    }

    String significant = start.strip();
    if (significant.startsWith("[")) {
      String element = significant.substring(1).stripLeading();
      boolean holdsObjects = element.isEmpty() || element.startsWith("{");
      return holdsObjects || element.startsWith("]") ? Format.JSON_ARRAY : unless(ending);
    }

    if (isWrapped(start)) {
      return Format.WRAPPED_ARRAYS;
    }

    if (PRETTY_PRINTED.matcher(start).lookingAt() || OLD_LINES.matcher(significant).lookingAt()) {
      return Format.JSON_OBJECTS;
    }

    return significant.startsWith("{") ? Format.JSON_LINES : unless(ending);
  }

  private static Format unless(String ending) {
    return ending.endsWith("json") || ending.equals("jsonl") ? Format.JSON_LINES : Format.UNKNOWN;
  }

  /** The delimiter that stands most often in the header, outside of quotes. */
  private static Format table(String ending, String start) {
    Format found = ending.equals("csv") ? Format.CSV : Format.TSV;
    for (Format other :
        new Format[] {Format.BAR_CSV, Format.SEMICOLON_CSV, Format.TSV, Format.CSV}) {
      found = count(start, other.delimiter()) > count(start, found.delimiter()) ? other : found;
    }

    return found;
  }

  private static int count(String start, char delimiter) {
    int count = 0;
    boolean isQuoted = false;
    for (int at = 0; at < start.length(); at++) {
      char next = start.charAt(at);
      isQuoted ^= next == '"';
      if ((next == '\n' || next == '\r') && !isQuoted) {
        break;
      }

      count += next == delimiter && !isQuoted ? 1 : 0;
    }

    return count;
  }

  /** Whether an object begins that has rows in an array: before it stands nothing of a row. */
  private static boolean isWrapped(String start) {
    try (JsonParser parser = JSON.createParser(start)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }

      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        boolean isArray = parser.nextToken() == JsonToken.START_ARRAY;
        if (SourceFile.holdsRows(name)) {
          return isArray && parser.nextToken() == JsonToken.START_OBJECT;
        }

        parser.skipChildren();
      }

      return false;
    } catch (IOException e) {
      return false; // Not JSON, or more than the start is needed to tell.
    }
  }
}
