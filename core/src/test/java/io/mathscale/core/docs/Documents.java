package io.mathscale.core.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Reads the repository's files, as it stands, for the tests of its documents. */
final class Documents {
  private static final Path ROOT = Path.of(System.getProperty("mathscale.root"));

  private Documents() {}

  /** A place in the repository. */
  static Path path(String name) {
    return ROOT.resolve(name);
  }

  /** The text of a file of the repository. */
  static String text(String name) {
    return text(path(name));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** The files of a folder of the repository, and of all folders below it, in order. */
  static List<Path> files(String folder, String ending) {
    try (Stream<Path> files = Files.walk(path(folder))) {
      return files
          .filter(file -> file.toString().endsWith(ending) && Files.isRegularFile(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }

  /** Java files of all modules, tests left out. */
  static List<Path> sources() {
    List<Path> sources = new ArrayList<>();
    for (String module : modules()) {
      sources.addAll(files(module + "/src/main/java", ".java"));
    }

    return sources;
  }

  /** The modules that the parent pom names, for every build. */
  static List<String> modules() {
    return text("pom.xml")
        .lines()
        .takeWhile(line -> !line.contains("<profiles>"))
        .filter(line -> line.contains("<module>"))
        .map(line -> line.replaceAll(".*<module>(.*)</module>.*", "$1"))
        .toList();
  }

  /**
   * The part of a document under a heading, up to the next one of its level or above.
   *
   * @param heading the whole line, as in {@code ## Causes}
   */
  static String section(String document, String heading) {
    int level = heading.indexOf(' ');
    List<String> section = new ArrayList<>();
    boolean isInside = false;
    for (String line : document.lines().toList()) {
      if (isInside && line.matches("#{1," + level + "} .*")) {
        break;
      }

      if (isInside) {
        section.add(line);
      }

      isInside = isInside || line.equals(heading);
    }

    if (!isInside) {
      throw new AssertionError("The document must have the heading " + heading);
    }

    return String.join("\n", section);
  }

  /** The rows of the first Markdown table of a text, without its header. */
  static List<List<String>> rows(String text) {
    List<String> lines =
        text.lines()
            .dropWhile(line -> !line.startsWith("|"))
            .takeWhile(line -> line.startsWith("|"))
            .skip(2)
            .toList();
    return lines.stream().map(Documents::cells).toList();
  }

  private static List<String> cells(String line) {
    String[] cells = line.substring(1, line.lastIndexOf('|')).split("\\|", -1);
    return Arrays.stream(cells).map(String::strip).toList();
  }

  /** What stands between backquotes in a cell that holds nothing else. */
  static String code(String cell) {
    return cell.replaceAll("^`(.*)`$", "$1");
  }
}
