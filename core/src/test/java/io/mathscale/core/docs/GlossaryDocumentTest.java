package io.mathscale.core.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/glossary.md} names each concept once, and a class that exists. */
class GlossaryDocumentTest {
  private static final String DOCUMENT = Documents.text("docs/glossary.md");

  private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+)`");

  @Test
  void tellsEachTermOnce() {
    List<String> terms = rows().stream().map(row -> row.get(0)).toList();

    assertThat(terms).hasSizeGreaterThan(50).doesNotHaveDuplicates();
  }

  @Test
  void namesClassesThatExist() {
    Set<String> classes =
        Documents.sources().stream()
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());
    Set<String> named = new HashSet<>();
    for (List<String> row : rows()) {
      Matcher word = CLASS.matcher(row.get(2));
      assertThat(word.find()).as("a class for %s", row.get(0)).isTrue();
      do {
        named.add(word.group(1));
      } while (word.find());
    }

    assertThat(classes).containsAll(named);
  }

  private static List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    DOCUMENT
        .lines()
        .filter(line -> line.startsWith("## "))
        .forEach(heading -> rows.addAll(Documents.rows(Documents.section(DOCUMENT, heading))));
    return rows;
  }
}
