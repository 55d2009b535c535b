package io.mathscale.eval.prepare;

import io.mathscale.core.source.files.FileEndings;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The data set that the place of a file tells: its name without endings, or that of its folder
 * where the file has a name that many data sets have ({@code aime24/test.jsonl}, {@code
 * aime25/data/train-00000-of-00001.parquet}).
 */
final class DatasetName {
  /** Where a file is one of several: {@code -00000-of-00001}, {@code -00001}. */
  private static final Pattern SHARD = Pattern.compile("[-_.]\\d{5}(-of-\\d{5})?$");

  /** Names of splits and configurations, and of the files that Spark writes. */
  private static final Pattern OF_MANY =
      Pattern.compile(
          "train(ing)?|test(ing)?|eval(uation)?|valid(ation)?|val|dev|data|default|main|all|raw"
              + "|questions?|problems?|benchmark|part(-.*)?|\\d+");

  private DatasetName() {}

  /**
   * The name that a path tells.
   *
   * @param file the whole path of the file
   */
  static String of(String file) {
    String[] parts = file.split("/+");
    String own = "";
    for (int i = parts.length - 1; i >= 0 && !parts[i].endsWith(":"); i--) {
      String bare = SHARD.matcher(FileEndings.without(parts[i])).replaceAll("");
      own = own.isEmpty() ? bare : own;
      if (!bare.isEmpty() && !OF_MANY.matcher(bare.toLowerCase(Locale.ROOT)).matches()) {
        return bare;
      }
    }

    return own;
  }
}
