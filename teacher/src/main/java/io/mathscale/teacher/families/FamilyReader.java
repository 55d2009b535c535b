package io.mathscale.teacher.families;

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
  private static final Pattern DECLARATION = Pattern.compile("(let|when|from|\\?) (.+)");
  private static final int FIELDS = 6;

  private final List<ProblemFamily.Drawn> draws = new ArrayList<>();
  private final List<FamilyFormula> needs = new ArrayList<>();
  private final List<ProblemFamily.Wording> wordings = new ArrayList<>();
  private final List<Quantity> quantities = new ArrayList<>();

  private FamilyReader() {}

  /** Returns the families that come with the teacher. */
  static List<ProblemFamily> load() {
    List<String> lines = BundledText.lines(FamilyReader.class, "families.txt");
    return split(String.join("\n", lines), "\n(?=\\[)", FamilyReader::family);
  }

  private static ProblemFamily family(String text) {
    List<String> declarations = split(text, "\n(?=let |when |from |\\? )");
    Matcher heading = matched(HEADING, declarations.get(0));
    FamilyReader family = new FamilyReader();
    declarations.stream().skip(1).forEach(family::add);
    return ProblemFamily.of(
        heading.group(1),
        split(heading.group(2), ","),
        family.draws,
        family.needs,
        family.wordings,
        family.quantities);
  }

  private void add(String declaration) {
    List<String> lines = split(declaration, "\n! ");
    Matcher first = matched(DECLARATION, lines.get(0));
    String text = first.group(2);
    switch (first.group(1)) {
      case "let" -> {
        List<String> parts = split(text, " where ");
        draws.addAll(split(parts.get(0), ";", FamilyReader::drawn));
        parts.stream()
            .skip(1)
            .forEach(conditions -> needs.addAll(split(conditions, ";", FamilyFormula::new)));
      }
      case "when" -> wordings.add(new ProblemFamily.Wording(Set.of(), new ProblemText(text)));
      case "from" -> wordings.add(continued(text));
      default -> quantities.add(quantity(text, lines.subList(1, lines.size())));
    }
  }

  private static ProblemFamily.Drawn drawn(String text) {
    String[] sides = text.split("=", 2);
    return new ProblemFamily.Drawn(sides[0].strip(), new FamilyFormula(sides[1]));
  }

  private static ProblemFamily.Wording continued(String text) {
    String[] parts = text.split(": ", 2);
    Set<Measure> from = EnumSet.noneOf(Measure.class);
    for (String name : split(parts[0], ",")) {
      if (name.equals("amount")) {
        Arrays.stream(Measure.values()).filter(Measure::isAmount).forEach(from::add);
      } else {
        from.add(measure(name));
      }
    }

    return new ProblemFamily.Wording(from, new ProblemText(parts[1]));
  }

  private static Quantity quantity(String text, List<String> questions) {
    List<String> fields = split(text, " \\| ");
    if (fields.size() != FIELDS) {
      throw new IllegalStateException("Quantity must have " + FIELDS + " fields: " + text);
    }

    Measure measure = measure(fields.get(1));
    String value = fields.get(4);
    boolean isText = measure == Measure.TEXT;
    return new Quantity(
        fields.get(0),
        measure,
        split(fields.get(2), ";"),
        new ProblemText(fields.get(3)),
        isText ? Optional.empty() : Optional.of(new FamilyFormula(value)),
        new ProblemText(isText ? value : ""),
        new ProblemText(fields.get(5)),
        questions.stream().map(ProblemText::new).toList());
  }

  private static Measure measure(String name) {
    return Measure.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static Matcher matched(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalStateException("Line of families.txt must be one of a family: " + line);
    }

    return matcher;
  }

  private static List<String> split(String text, String separator) {
    return split(text, separator, Function.identity());
  }

  private static <T> List<T> split(String text, String separator, Function<String, T> reader) {
    return Arrays.stream(text.split(separator, -1)).map(String::strip).map(reader).toList();
  }
}
