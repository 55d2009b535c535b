package io.mathscale.core.source.files;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The endings of files that hold rows, in whatever case their names have them. */
public final class FileEndings {
  private static final Set<String> FORMATS =
      Set.of("json", "jsonl", "ndjson", "csv", "tsv", "tab", "parquet");

  private static final Set<String> COMPRESSIONS = Set.of("gz", "zst", "bz2", "xz");

  /** Of files that may hold rows, in small letters. */
  public static final Set<String> OF_ROWS = joined();

  /** Spark writes {@code .snappy} before the ending of the format. */
  private static final Pattern ALL =
      Pattern.compile("(?i)(\\.(" + String.join("|", OF_ROWS) + "|snappy))+$");

  private static final Pattern FORMAT =
      Pattern.compile(
          "\\.(%s)(\\.(%s))?$"
              .formatted(String.join("|", FORMATS), String.join("|", COMPRESSIONS)));

  private FileEndings() {}

  private static Set<String> joined() {
    Set<String> all = new TreeSet<>(FORMATS);
    all.addAll(COMPRESSIONS);
    return Set.copyOf(all);
  }

  /** The name of a file without its endings. */
  public static String without(String name) {
    return ALL.matcher(name).replaceFirst("");
  }

  /** The ending of the format, in small letters; empty where the name has none. */
  static String ofFormat(String name) {
    Matcher format = FORMAT.matcher(name.toLowerCase(Locale.ROOT));
    return format.find() ? format.group(1) : "";
  }

  /** Whether the last ending of a name is one of some, which are in small letters. */
  static boolean isAmong(Set<String> endings, String name) {
    return endings.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }
}
