package io.mathscale.generator.seeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.source.SourceRow;
import io.mathscale.core.source.layouts.NamedFields;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rows of every layout, damaged at random or very long: none may throw. */
class MutatedRowsTest {
  private static final int TRIES = 5_000;
  private static final int MANY = 200_000;
  private static final long SEED = 20_260_128;

  /** What damages a row: JSON, words that readers look for, and what has to be read backwards. */
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          "\\",
          ",",
          ":",
          "null",
          "0",
          "-1e400",
          "NaN",
          "true",
          "\\\\boxed{",
          "\\\\boxed ",
          "####",
          "<<",
          ">>",
          "<think>",
          "</think>",
          "\\n\\nA. B. C. D.",
          "The answer is: ",
          "\\u0000",
          "\\ud800",
          "é",
          "题",
          " ",
          "messages",
          "content",
          "\\frac");

  /** Begins a text that is read in most layouts. */
  private static final Pattern TEXT =
      Pattern.compile(
          "\"(question|problem|answer|solution|content|value|output|query|original_text|prompt"
              + "|Question|Problem|instruction)\": \"");

  private final SplittableRandom random = new SplittableRandom(SEED);

  @Test
  void neverThrow() throws IOException {
    List<String> rows = rows();
    for (int i = 0; i < TRIES; i++) {
      String row = mutated(rows.get(random.nextInt(rows.size())));

      SeedRow read = read(row);
      assertThat((read.seed() == null) != (read.rejected() == null)).as(row).isTrue();
    }
  }

  /** Where reading is not linear, a million characters take hours. */
  @Test
  void longOnesAreReadToTheEnd() throws IOException {
    List<String> rows = rows();
    for (String piece : PIECES) {
      String escaped = piece.equals("\\") ? "\\\\" : piece.replace("\"", "\\\"");
      for (int i = 0; i < 3; i++) {
        String row = rows.get(random.nextInt(rows.size()));
        int at = TEXT.matcher(row).results().findFirst().orElseThrow().end();

        SeedRow read = read(row.substring(0, at) + escaped.repeat(MANY) + row.substring(at));
        assertThat((read.seed() == null) != (read.rejected() == null)).as(piece).isTrue();
      }
    }
  }

  private String mutated(String row) {
    StringBuilder text = new StringBuilder(row);
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())).repeat(50));
        case 2 -> text.delete(at, Math.min(text.length(), at + random.nextInt(1, 20)));
        default -> text.setLength(at);
      }
    }

    return text.toString();
  }

  private static SeedRow read(String text) {
    return new SeedReader("extract", NamedFields.NONE, 1 << 20)
        .call(new SourceRow("data/f.jsonl", 1, text, null, ""));
  }

  private static List<String> rows() throws IOException {
    try (InputStream stream = MutatedRowsTest.class.getResourceAsStream("layouts.txt")) {
      List<String> rows = new ArrayList<>();
      new String(stream.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && line.length() < 5_000)
          .forEach(line -> rows.add(line.substring(line.lastIndexOf(" | ") + 3)));
      return rows;
    }
  }
}
