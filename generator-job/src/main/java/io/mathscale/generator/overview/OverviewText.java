package io.mathscale.generator.overview;

import io.mathscale.core.data.SeedQuestion;
import io.mathscale.generator.seeds.SeedFile;
import java.util.Locale;

/** Lays an overview of seeds out for people, in lines of 80 columns. */
public final class OverviewText {
  /** With more files than this, the others are only counted. */
  private static final int MAX_FILES = 20;

  /** So many characters of a text are shown, where it is looked at, and where it is an example. */
  private static final int MAX_TEXT = 240;

  private static final int MAX_EXAMPLE = 110;

  private static final String FACT = "  %-11s";
  private static final int INDENT = 13;

  private final SeedOverview overview;
  private final WrappedText text = new WrappedText();

  /** The text of an overview. */
  public OverviewText(SeedOverview overview) {
    this.overview = overview;
  }

  /** The lines, each with its end. */
  public String text() {
    text.line("What extract would take from seeds.path. Nothing is asked or written.");
    text.line("");
    overview.files().stream().limit(MAX_FILES).forEach(this::file);
    int more = overview.files().size() - MAX_FILES;
    if (more > 0) {
      text.line("%,d more files are read, too; --json shows them all".formatted(more));
      text.line("");
    }

    all();
    return text.toString();
  }

  private void file(FileOverview file) {
    text.line(file.path());
    if (file.layouts().isEmpty()) {
      fact("layout", file.rows() == 0 ? "the file has no rows" : "no row can be read");
    }

    for (SeedFile.LayoutUse use : file.layouts()) {
      fact("layout", "%s, %s".formatted(use.layout(), rows(use.rows())));
      fact("fields", use.fields().isEmpty() ? "none" : use.fields());
    }

    fact(
        "seeds",
        "%,d of %s%s".formatted(file.seeds(), rows(file.rows()), share(file.seeds(), file.rows())));
    if (file.otherAnswers() > 0) {
      fact(
          "conflicts",
          "to %,d of them other rows give another answer".formatted(file.otherAnswers()));
    }

    for (SeedFile.Rejection rejection : file.rejections()) {
      fact(
          "rejected",
          "%,d %s%s%s"
              .formatted(
                  rejection.rows(),
                  rejection.reason(),
                  rejection.example().startsWith("row ") ? ", such as " : ": ",
                  rejection.example()));
    }

    if (file.seeds() > 0) {
      fact(
          "solutions",
          "worked out in %,d of them%s"
              .formatted(file.workedSolutions(), share(file.workedSolutions(), file.seeds())));
      lengths(file);
      text.line("");
      first(file);
    }

    text.line("");
  }

  private void lengths(FileOverview file) {
    text.line(
        String.format(
            Locale.ROOT,
            FACT + "%9s %9s %9s %9s %9s",
            "characters",
            "texts",
            "shortest",
            "median",
            "95 %",
            "longest"));
    lengths("question", file.questions());
    lengths("answer", file.answers());
    lengths("solution", file.solutions());
  }

  private void lengths(String name, TextLengths lengths) {
    text.line(
        String.format(
            Locale.ROOT,
            FACT + "%,9d %,9d %,9d %,9d %,9d",
            "  " + name,
            lengths.texts(),
            lengths.shortest(),
            lengths.median(),
            lengths.most(),
            lengths.longest()));
  }

  private void first(FileOverview file) {
    text.line("  The first %s, as used:".formatted(file.first().size() == 1 ? "seed" : "seeds"));
    int number = 0;
    for (SeedQuestion seed : file.first()) {
      number++;
      text.shortened("  " + number + "  question: ", seed.question(), MAX_TEXT);
      text.shortened("     answer:   ", orNone(seed.answer()), MAX_TEXT);
      text.shortened("     solution: ", orNone(seed.solution()), MAX_TEXT);
      String of = seed.dataset().isEmpty() ? "none named" : seed.dataset();
      text.shortened(
          "     data set: ",
          of
              + (seed.source().isEmpty() ? "" : "; source: " + seed.source())
              + (seed.license().isEmpty() ? "" : "; licence: " + seed.license()),
          MAX_TEXT);
    }
  }

  private void all() {
    text.line("All seeds together");
    fact("seeds", "%,d".formatted(overview.seeds()));
    fact(
        "examples",
        overview.warning().isEmpty()
            ? "%,d seeds have a worked solution and may be shown as examples in prompts"
                .formatted(overview.workedSolutions())
            : overview.warning().replaceFirst("^seeds: ", ""));
    alike("equal", overview.equal(), "typography");
    alike("alike", overview.sameTemplate(), "their numbers");
    benchmark(overview.inBenchmark());
  }

  private void alike(String name, AlikeSeeds alike, String difference) {
    fact(
        name,
        alike.groups() == 0
            ? "no two seeds differ in nothing but " + difference
            : "%,d seeds differ from another in nothing but %s (groups: %,d)"
                .formatted(alike.seeds(), difference, alike.groups()));
    for (AlikeSeeds.Pair pair : alike.examples()) {
      String like = "%s%,d like: ".formatted(" ".repeat(INDENT), pair.seeds());
      text.shortened(like, pair.one(), MAX_EXAMPLE);
      text.shortened(" ".repeat(like.length() - 5) + "and: ", pair.other(), MAX_EXAMPLE);
    }
  }

  private void benchmark(BenchmarkSeeds found) {
    if (found.benchmark().isEmpty()) {
      fact("benchmark", "none is configured (benchmark.path): seeds are held against nothing");
      return;
    }

    String what =
        found.isKeptOut()
            ? "rejected for asking a question of the benchmark (seeds.decontaminate): "
            : "kept though they ask a question of the benchmark (seeds.decontaminate = false): ";
    fact(
        "benchmark",
        "%s%s; it has %,d distinct questions: %s"
            .formatted(what, rows(found.rows()), found.questions(), found.benchmark()));
    if (!found.warning().isEmpty()) {
      text.wrapped(" ".repeat(INDENT), found.warning());
    }

    for (String question : found.examples()) {
      text.shortened(" ".repeat(INDENT) + "such as: ", question, MAX_EXAMPLE);
    }
  }

  private void fact(String name, String value) {
    text.wrapped(String.format(Locale.ROOT, FACT, name), value);
  }

  private static String orNone(String value) {
    return value.isEmpty() ? "(none)" : value;
  }

  private static String rows(long count) {
    return String.format(Locale.ROOT, count == 1 ? "%,d row" : "%,d rows", count);
  }

  private static String share(long part, long whole) {
    return whole == 0 ? "" : String.format(Locale.ROOT, " (%.1f %%)", 100.0 * part / whole);
  }
}
