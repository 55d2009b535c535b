package io.mathscale.core.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the pictures of {@code docs/architecture.md} with the sources. */
class ArchitectureDocumentTest {
  private static final String DOCUMENT = Documents.text("docs/architecture.md");

  /** The sources by the names of the types that they declare, nested ones too. */
  private static final Map<String, String> SOURCES = sources();

  /** A box: {@code Name["text"]}. */
  private static final Pattern BOX = Pattern.compile("(\\w+)\\[\"([^\"]+)\"]");

  /** A table: {@code id[("name")]}. */
  private static final Pattern TABLE = Pattern.compile("(\\w+)\\[\\(\"([^\"]+)\"\\)]");

  /** Something outside: {@code id(["text"])}. */
  private static final Pattern OUTSIDE = Pattern.compile("(\\w+)\\(\\[\"[^\"]+\"]\\)");

  /** An arrow between two ids, with or without words on it. */
  private static final Pattern ARROW = Pattern.compile("^(\\w+) -->(?:\\|([^|]*)\\|)? (\\w+)$");

  /** A relation of a class diagram. */
  private static final Pattern RELATION =
      Pattern.compile("^(\\w+) (-->|\\.\\.>|<\\|\\.\\.|<\\|--) (\\w+)$");

  @Test
  void everyBoxIsAClass() {
    Set<String> boxes = new TreeSet<>();
    for (String flowchart : pictures("flowchart")) {
      Matcher box = BOX.matcher(flowchart.replaceAll("subgraph .*", ""));
      while (box.find()) {
        assertThat(box.group(2)).as("text of box %s", box.group(1)).startsWith(box.group(1));
        boxes.add(box.group(1));
      }
    }

    assertThat(boxes).hasSizeGreaterThan(30);
    assertThat(SOURCES.keySet()).containsAll(boxes);
  }

  @Test
  void everyArrowJoinsWhatTheFlowchartShows() {
    for (String flowchart : pictures("flowchart")) {
      Set<String> shown = new HashSet<>();
      for (Pattern shape : List.of(BOX, TABLE, OUTSIDE)) {
        Matcher matcher = shape.matcher(flowchart);
        while (matcher.find()) {
          shown.add(matcher.group(1));
        }
      }

      List<Matcher> arrows = arrows(flowchart);
      assertThat(arrows).hasSizeGreaterThan(20);
      for (Matcher arrow : arrows) {
        assertThat(shown).contains(arrow.group(1), arrow.group(3));
      }
    }
  }

  @Test
  void everyMessageOnAnArrowIsAType() {
    for (String flowchart : pictures("flowchart")) {
      for (Matcher arrow : arrows(flowchart)) {
        if (arrow.group(2) != null) {
          assertThat(SOURCES.keySet()).contains(arrow.group(2).split(", ", -1));
        }
      }
    }
  }

  @Test
  void everyClassOfAClassDiagramIsOneAndImplementsWhatItShows() {
    int relations = 0;
    for (String diagram : pictures("classDiagram")) {
      for (String line : diagram.lines().map(String::strip).toList()) {
        Matcher relation = RELATION.matcher(line);
        if (relation.matches()) {
          relations++;
          assertThat(SOURCES.keySet()).contains(relation.group(1), relation.group(3));
          requireImplemented(relation.group(1), relation.group(2), relation.group(3));
        } else if (line.startsWith("class ")) {
          assertThat(SOURCES.keySet()).contains(line.split(" ", -1)[1]);
        }
      }
    }

    assertThat(relations).isGreaterThan(30);
  }

  private static void requireImplemented(String parent, String arrow, String child) {
    switch (arrow) {
      case "<|.." -> requireFound(child, "implements [\\w, ]*\\b" + parent + "\\b");
      case "<|--" -> requireFound(child, "extends " + parent + "\\b");
      default -> requireFound(parent, "\\b" + child + "\\b");
    }
  }

  private static void requireFound(String type, String pattern) {
    assertThat(Pattern.compile(pattern).matcher(SOURCES.get(type)).find())
        .as("the source of %s has %s", type, pattern)
        .isTrue();
  }

  @Test
  void dataFlowShowsEveryTableBesideTheStagesThatNameIt() throws IllegalAccessException {
    String flowchart = pictures("flowchart").get(0);
    Map<String, String> tables = new HashMap<>();
    Matcher table = TABLE.matcher(flowchart);
    while (table.find()) {
      tables.put(table.group(1), table.group(2));
    }

    Map<String, String> constants = constants();
    assertThat(tables.values()).containsExactlyInAnyOrderElementsOf(constants.keySet());
    for (Matcher arrow : arrows(flowchart)) {
      boolean isWritten = tables.containsKey(arrow.group(3));
      String stage = arrow.group(isWritten ? 1 : 3);
      String name = tables.get(arrow.group(isWritten ? 3 : 1));
      if (name != null) {
        requireFound(stage, "Tables\\." + constants.get(name) + "\\b");
      }
    }
  }

  @Test
  void listsEveryPackageOfEveryModule() {
    for (String module : Documents.modules()) {
      List<String> listed =
          Documents.rows(Documents.section(DOCUMENT, "### " + module)).stream()
              .map(row -> Documents.code(row.get(0)))
              .toList();

      assertThat(listed).as(module).containsExactlyElementsOf(packages(module));
    }
  }

  @Test
  void everyCodeWordThatLooksLikeAClassIsOne() {
    String prose = DOCUMENT.replaceAll("(?s)```mermaid.*?```", "");
    List<String> unknown = new ArrayList<>();
    Matcher word = Pattern.compile("`([A-Z][a-z]\\w+)`").matcher(prose);
    while (word.find()) {
      if (!SOURCES.containsKey(word.group(1)) && !isTest(word.group(1))) {
        unknown.add(word.group(1));
      }
    }

    assertThat(unknown).isEmpty();
  }

  /** Whether a test of core has this name. */
  private static boolean isTest(String name) {
    try (Stream<Path> files = Files.walk(Documents.path("core/src/test/java"))) {
      return files.anyMatch(file -> file.endsWith(name + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> pictures(String kind) {
    List<String> pictures = new ArrayList<>();
    Matcher picture = Pattern.compile("(?s)```mermaid\n(" + kind + ".*?)```").matcher(DOCUMENT);
    while (picture.find()) {
      pictures.add(picture.group(1));
    }

    assertThat(pictures).as("pictures of kind %s", kind).isNotEmpty();
    return pictures;
  }

  private static List<Matcher> arrows(String flowchart) {
    List<Matcher> arrows = new ArrayList<>();
    for (String line : flowchart.lines().toList()) {
      String bare = line.strip();
      for (Pattern shape : List.of(BOX, TABLE, OUTSIDE)) {
        bare = shape.matcher(bare).replaceAll("$1");
      }

      Matcher arrow = ARROW.matcher(bare);
      if (arrow.matches()) {
        arrows.add(arrow);
      } else {
        assertThat(bare).doesNotContain("--");
      }
    }

    return arrows;
  }

  private static Map<String, String> sources() {
    Map<String, String> sources = new TreeMap<>();
    Pattern declaration =
        Pattern.compile(
            "(?m)^ *(?:(?:public|protected|private|static|final|abstract|sealed|non-sealed) )*"
                + "(?:class|record|enum|interface) (\\w+)");
    for (Path file : Documents.sources()) {
      // The teacher has types of its own by some of these names; no picture shows it.
      if (file.startsWith(Documents.path("teacher"))) {
        continue;
      }

      String text = Documents.text(file);
      Matcher type = declaration.matcher(text);
      while (type.find()) {
        sources.putIfAbsent(type.group(1), text);
      }

      sources.put(file.getFileName().toString().replace(".java", ""), text);
    }

    return sources;
  }

  private static Map<String, String> constants() throws IllegalAccessException {
    Map<String, String> constants = new TreeMap<>();
    for (Field field : Tables.class.getFields()) {
      if (field.getType() == Table.class) {
        constants.put(((Table<?>) field.get(null)).name(), field.getName());
      }
    }

    return constants;
  }

  private static List<String> packages(String module) {
    Path root = Documents.path(module + "/src/main/java");
    Set<String> packages = new TreeSet<>();
    for (Path file : Documents.files(module + "/src/main/java", ".java")) {
      packages.add(root.relativize(file.getParent()).toString().replace('/', '.'));
    }

    return List.copyOf(packages);
  }
}
