package io.mathscale.core.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares {@code docs/decisions} with its list and with the libraries of the parent pom. */
class DecisionsDocumentTest {
  private static final List<Path> DECISIONS =
      Documents.files("docs/decisions", ".md").stream()
          .filter(file -> !file.endsWith("README.md"))
          .toList();

  /** Longer, a decision is a manual. */
  private static final int MOST_LINES = 40;

  @Test
  void eachIsShortAndSaysContextDecisionAndConsequences() {
    for (Path file : DECISIONS) {
      List<String> headings =
          Documents.text(file).lines().filter(line -> line.startsWith("## ")).toList();

      assertThat(headings)
          .as(file.toString())
          .containsExactly("## Context", "## Decision", "## Consequences");
      assertThat(Documents.text(file).lines().count()).isLessThanOrEqualTo(MOST_LINES);
    }
  }

  @Test
  void eachIsNumberedAndListedByItsTitle() {
    List<String> listed =
        Documents.text("docs/decisions/README.md")
            .lines()
            .filter(line -> line.startsWith("- ["))
            .toList();

    assertThat(listed).hasSameSizeAs(DECISIONS);
    for (int i = 0; i < DECISIONS.size(); i++) {
      String name = DECISIONS.get(i).getFileName().toString();
      String title = Documents.text(DECISIONS.get(i)).lines().findFirst().orElseThrow();
      String number = "%04d".formatted(i + 1);
      assertThat(name).startsWith(number + "-");
      assertThat(title).startsWith("# " + (i + 1) + ". ");
      assertThat(listed.get(i))
          .isEqualTo("- [%s](%s): %s".formatted(number, name, title.replaceAll("^# \\d+\\. ", "")));
    }
  }

  @Test
  void everyLibraryOfTheParentPomHasADecision() {
    String decisions = String.join("\n", DECISIONS.stream().map(Documents::text).toList());

    TreeSet<String> libraries = new TreeSet<>();
    for (MatchResult library :
        Pattern.compile(
                "<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*<version>")
            .matcher(Documents.text("pom.xml"))
            .results()
            .toList()) {
      boolean isOurs = library.group(1).equals("io.mathscale");
      boolean isPlugin = library.group(2).endsWith("-plugin");
      if (!isOurs && !isPlugin) {
        libraries.add(library.group(2).replace("_${scala.suffix}", ""));
      }
    }

    assertThat(libraries).hasSizeGreaterThan(15);
    assertThat(libraries)
        .allSatisfy(library -> assertThat(decisions).contains("`" + library + "`"));
  }
}
