package io.mathscale.eval.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;

class WorkspaceNamesTest {
  @Test
  void aFolderIsEnoughWhereNoOtherHasItsName() {
    assertThat(names("file:/a/early", "file:/a/late")).containsExactly("early", "late");
  }

  @Test
  void foldersOfOneNameAreToldApartByThoseAbove() {
    assertThat(names("file:/a/x/w", "file:/a/y/w", "file:/b/y/w", "file:/a/v"))
        .containsExactly("x/w", "a/y/w", "b/y/w", "v");
  }

  @Test
  void whatIsTheEndOfAnotherHasItsWholeAddress() {
    assertThat(names("file:/w", "file:/a/w", "s3a://b/a/w"))
        .containsExactly("file:/w", "file:/a/w", "s3a://b/a/w");
  }

  private static List<String> names(String... roots) {
    return WorkspaceNames.of(Stream.of(roots).map(Path::new).toList());
  }
}
