package io.mathscale.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.data.StrictVerdict;
import io.mathscale.eval.score.GradedRow;
import io.mathscale.eval.score.VerdictCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFilesTest {
  private static final String HOSTILE = "</script><img src=x>";

  @TempDir private Path folder;

  @Test
  void partsAnswersAndTellsWhereTheyAre() throws IOException {
    List<SampleAnswer> answers = new ArrayList<>();
    for (int i = 0; i <= SampleFiles.CHUNK; i++) {
      answers.add(answer("p" + i));
    }

    String index = files("run").write(answers, List.of(count(500)), List.of("level: 5"), "strict");

    assertThat(index)
        .endsWith(
            "\"models\":[\"\\u003c/script>\\u003cimg src=x>\"],\"sets\":[\"tal\"],"
                + "\"rules\":[\"SAME_TEXT\"],\"kinds\":[\"level: 5\"],\"groups\":[[0,0,\"RIGHT\",1,0,0,500,101]]}");
    assertThat(script("0.js")).startsWith("mathscaleSamples(0,[{\"id\":\"p0\",\"sample\":0,");
    assertThat(script("0.js"))
        .contains("\"kinds\":[\"level: 5\",\"subject: Algebra\",\"length: up to 250\"]");
    assertThat(script("1.js")).startsWith("mathscaleSamples(1,[{\"id\":\"p100\",");
  }

  @Test
  void removesTheFilesOfOtherRuns() throws IOException {
    files("first").write(List.of(answer("a")), List.of(count(1)), List.of(), "strict");
    SampleFiles second = files("second");
    second.write(List.of(answer("b")), List.of(count(1)), List.of(), "strict");

    second.removeOthers();

    assertThat(folder.resolve("report")).isDirectoryContaining(file -> true);
    assertThat(script("0.js")).contains("\"id\":\"b\"");
  }

  @Test
  void cutsLongTextsButKeepsTheirEnds() {
    String text = "a".repeat(5_000) + "z".repeat(5_000);

    String cut = SampleTexts.cut(text, 10, 20);

    assertThat(cut).isEqualTo("aaaaaaaaaa\n[… 9,970 characters …]\n" + "z".repeat(20));
    assertThat(SampleTexts.cut("short", 10, 20)).isEqualTo("short");
  }

  private SampleFiles files(String run) throws IOException {
    FileSystem local = FileSystem.getLocal(new Configuration());
    return new SampleFiles(local, new org.apache.hadoop.fs.Path(folder.toUri()), run);
  }

  private String script(String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> found = files.filter(file -> file.endsWith(name)).toList();
      assertThat(found).hasSize(1);
      return Files.readString(found.get(0));
    }
  }

  private static SampleAnswer answer(String id) {
    return new SampleAnswer(
        new GradedRow(
            "f",
            1,
            id,
            "tal",
            HOSTILE,
            0,
            "4",
            "4",
            true,
            StrictVerdict.RIGHT,
            "SAME_TEXT",
            "BOX",
            false,
            7),
        "5",
        "Algebra",
        "How many?",
        "It is \\boxed{4}.",
        "");
  }

  private static VerdictCount count(long rows) {
    return new VerdictCount(
        HOSTILE, "tal", StrictVerdict.RIGHT, true, "SAME_TEXT", false, rows, "p0", "4", "4");
  }
}
