package io.mathscale.core.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Follows the links between the documents of the repository. */
class LinksTest {
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");

  @Test
  void everyLinkLeadsToAFileAndItsHeading() {
    List<Path> documents = new ArrayList<>(Documents.files("docs", ".md"));
    documents.add(Documents.path("CONTRIBUTING.md"));
    documents.add(Documents.path("README.md"));

    List<String> broken = new ArrayList<>();
    for (Path document : documents) {
      for (MatchResult link : LINK.matcher(Documents.text(document)).results().toList()) {
        String target = link.group(1);
        if (!target.matches("https?:.*") && !leads(document, target)) {
          broken.add(document.getFileName() + ": " + target);
        }
      }
    }

    assertThat(broken).isEmpty();
  }

  private static boolean leads(Path document, String target) {
    String file = target.replaceAll("#.*$", "");
    Path path = file.isEmpty() ? document : document.resolveSibling(file);
    if (!Files.exists(path)) {
      return false;
    }

    int hash = target.indexOf('#');
    return hash < 0 || anchors(path).contains(target.substring(hash + 1));
  }

  /** Headings as Markdown viewers name them: lower case, hyphens for spaces, no other signs. */
  private static List<String> anchors(Path file) {
    return Documents.text(file)
        .lines()
        .filter(line -> line.matches("#{1,6} .*"))
        .map(line -> line.replaceAll("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
        .toList();
  }
}
