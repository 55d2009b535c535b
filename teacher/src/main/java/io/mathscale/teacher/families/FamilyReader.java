package io.mathscale.teacher.families;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the families of problems that {@code families.txt} declares; its head tells how. */
final class FamilyReader {
  private static final Pattern HEADING = Pattern.compile("\\[(.+)] (.+)");
  private static final Pattern LINE = Pattern.compile("(let|when|from|[?!]) (.+)");
  private static final Pattern BARS = Pattern.compile(" \\| ");
  private static final int FIELDS = 6;

  private final List<ProblemFamily> families = new ArrayList<>();
  private String name = "";
  private String topics = "";
  private List<ProblemFamily.Drawn> draws = new ArrayList<>();
  private List<FamilyFormula> needs = new ArrayList<>();
  private List<ProblemFamily.Wording> wordings = new ArrayList<>();
  private List<Quantity> quantities = new ArrayList<>();

  private FamilyReader() {}

  /**
   * Reads the families that come with the teacher.
   *
   * @throws UncheckedIOException if they cannot be read
   */
  static List<ProblemFamily> load() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                FamilyReader.class.getResourceAsStream("families.txt"), StandardCharsets.UTF_8))) {
      FamilyReader reader = new FamilyReader();
      lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(reader::add);
      reader.end();

      return List.copyOf(reader.families);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read families.txt", e);
    }
  }

  private void add(String line) {
    Matcher heading = HEADING.matcher(line);
    Matcher field = LINE.matcher(line);

    if (heading.matches()) {
      end();
      name = heading.group(1);
      topics = heading.group(2);
    } else if (field.matches()) {
      add(field.group(1), field.group(2));
    } else {
      throw new IllegalStateException("Line of families.txt must be one of a family: " + line);
    }
  }

  private void add(String kind, String text) {
    switch (kind) {
      case "let" -> {
        List<String> parts = split(text, " where ", Function.identity());
        draws.addAll(split(parts.get(0), ";", FamilyReader::drawn));
        parts.stream()
            .skip(1)
            .forEach(conditions -> needs.addAll(split(conditions, ";", FamilyFormula::parse)));
      }
      case "when" ->
          wordings.add(new ProblemFamily.Wording(Set.of(), ProblemText.of(text.strip())));
      case "from" -> wordings.add(continued(text));
      case "?" -> quantities.add(quantity(text));
      default -> addQuestion(ProblemText.of(text));
    }
  }

  private static ProblemFamily.Drawn drawn(String text) {
    int sign = text.indexOf('=');

    return new ProblemFamily.Drawn(
        text.substring(0, sign).strip(), FamilyFormula.parse(text.substring(sign + 1)));
  }

  private static ProblemFamily.Wording continued(String text) {
    int colon = text.indexOf(": ");
    Set<Measure> from = EnumSet.noneOf(Measure.class);

    for (String measure : split(text.substring(0, colon), ",", Function.identity())) {
      if (measure.equals("amount")) {
        Arrays.stream(Measure.values()).filter(Measure::isAmount).forEach(from::add);
      } else {
        from.add(measure(measure));
      }
    }

    return new ProblemFamily.Wording(from, ProblemText.of(text.substring(colon + 2)));
  }

  private static Quantity quantity(String text) {
    List<String> fields = split(text, BARS.pattern(), Function.identity());

    if (fields.size() != FIELDS) {
      throw new IllegalStateException("Quantity must have " + FIELDS + " fields: " + text);
    }

    Measure measure = measure(fields.get(1));
    boolean isText = measure == Measure.TEXT;

    return new Quantity(
        fields.get(0),
        measure,
        split(fields.get(2), ";", Function.identity()),
        ProblemText.of(fields.get(3)),
        isText ? Optional.empty() : Optional.of(FamilyFormula.parse(fields.get(4))),
        ProblemText.of(isText ? fields.get(4) : ""),
        ProblemText.of(fields.get(5)),
        List.of());
  }

  private void addQuestion(ProblemText question) {
    Quantity last = quantities.remove(quantities.size() - 1);
    List<ProblemText> more = new ArrayList<>(last.questions());
    more.add(question);
    quantities.add(
        new Quantity(
            last.name(),
            last.measure(),
            last.knowledgePoints(),
            last.phrase(),
            last.formula(),
            last.text(),
            last.step(),
            more));
  }

  private void end() {
    if (!name.isEmpty()) {
      families.add(
          ProblemFamily.of(
              name, split(topics, ",", Function.identity()), draws, needs, wordings, quantities));
    }

    draws = new ArrayList<>();
    needs = new ArrayList<>();
    wordings = new ArrayList<>();
    quantities = new ArrayList<>();
  }

  private static Measure measure(String name) {
    return Measure.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static <T> List<T> split(String text, String separator, Function<String, T> reader) {
    return Arrays.stream(text.split(separator, -1)).map(String::strip).map(reader).toList();
  }
}
