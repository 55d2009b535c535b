package io.mathscale.grader;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.grader.extract.BoxedAnswers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes references by one sign, side, unit, name, digit, exponent, place or member, and lists
 * what the strict grader still calls right. Run by hand with {@code -Dmathscale.data=…}; the
 * argument is how many references are changed.
 */
final class MutatedReferences {
  private static final int LONGEST = 300;
  private static final Pattern LAST_LINE = Pattern.compile("####\\s*(.+)\\s*$");
  private static final Pattern DIGIT = Pattern.compile("\\d(?=\\D*$)");
  private static final Pattern FIRST_DIGIT = Pattern.compile("\\d");
  private static final Pattern LETTER = Pattern.compile("(?<![\\\\A-Za-z{])[a-zA-Z](?![A-Za-z}])");
  private static final Pattern EXPONENT = Pattern.compile("\\^\\{?(\\d)");
  private static final Pattern PAIR =
      Pattern.compile("([(\\[{])([^,()\\[\\]{}]+),([^,()\\[\\]{}]+)(\\\\?[)\\]}])");
  private static final Pattern TEXT_UNIT =
      Pattern.compile("(\\d)\\s*\\\\text\\{\\s*([a-z]+)\\s*\\}");

  private MutatedReferences() {}

  /** The command line. */
  public static void main(String[] args) {
    int wanted = Integer.parseInt(args[0]);
    int step = args.length > 1 ? Integer.parseInt(args[1]) : 1;
    List<JsonNode> rows = RealData.rows(RealData.path("mwpbench/full_test.json"));
    Map<String, int[]> counts = new TreeMap<>();
    int references = 0;
    for (int i = 0; i < rows.size() && references < wanted; i += step) {
      String reference = reference(rows.get(i).get("answer").asText());
      if (reference.isBlank() || reference.length() > LONGEST) {
        continue;
      }
      references++;
      mutations(reference).forEach((kind, mutated) -> grade(kind, mutated, reference, counts));
    }
    System.out.println(references + " references");
    counts.forEach(
        (kind, count) -> System.out.printf("%-28s %,7d %,5d right%n", kind, count[0], count[1]));
  }

  private static void grade(
      String kind, String mutated, String reference, Map<String, int[]> counts) {
    if (mutated.equals(reference)) {
      return;
    }
    int[] count = counts.computeIfAbsent(kind, unused -> new int[2]);
    count[0]++;
    StrictGrade grade = Graders.strict().gradeAnswer(mutated, reference);
    if (grade.isRight()) {
      count[1]++;
      System.out.printf("%s %s: %s | %s%n", kind, grade.rule(), mutated, reference);
    }
  }

  private static String reference(String answer) {
    Matcher line = LAST_LINE.matcher(answer);
    return BoxedAnswers.last(answer).orElseGet(() -> line.find() ? line.group(1) : answer).strip();
  }

  /** The changed references by the kind of the change. */
  static Map<String, String> mutations(String reference) {
    Map<String, String> changed = new LinkedHashMap<>();
    String bare = reference.replaceAll("^\\$+|\\$+$", "");
    changed.put("sign", bare.startsWith("-") ? bare.substring(1) : "-" + inBrackets(bare));
    changed.put("side: number", "7=" + bare);
    changed.put("side: multiple", "2x=" + bare);
    changed.put("last digit", replace(DIGIT, reference, MutatedReferences::next));
    changed.put("first digit", replace(FIRST_DIGIT, reference, MutatedReferences::next));
    changed.put("digit more", replace(DIGIT, reference, digit -> digit + "7"));
    changed.put(
        "exponent", replace(EXPONENT, reference, e -> e.substring(0, e.length() - 1) + "9"));
    changed.put("name", replace(LETTER, reference, MutatedReferences::otherLetter));
    changed.put("order", replace(PAIR, reference, MutatedReferences::swapped));
    changed.put("member more", bare + ", 97");
    changed.put("member fewer", bare.contains(",") ? bare.substring(bare.indexOf(',') + 1) : bare);
    changed.put("unit: percent for degrees", bare.replaceAll("\\^\\{?\\\\circ\\}?", "\\\\%"));
    changed.put("unit: degrees for percent", bare.replaceAll("\\\\?%", "^\\\\circ"));
    changed.put(
        "unit: money for percent",
        bare.matches("[-\\d.]+\\\\?%") ? "\\$" + bare.replaceAll("\\\\?%", "") : bare);
    changed.put(
        "unit: percent for money", bare.startsWith("\\$") ? bare.substring(2) + "\\%" : bare);
    changed.put("unit: radians", bare.replaceAll("\\^\\{?\\\\circ\\}?", "\\\\text{ radians}"));
    changed.put("unit: another", TEXT_UNIT.matcher(bare).replaceFirst("$1\\\\text{ kg}"));
    changed.put("unit: square", TEXT_UNIT.matcher(bare).replaceFirst("$1\\\\text{ $2}^5"));
    changed.put(
        "function",
        bare.contains("\\sin")
            ? bare.replace("\\sin", "\\cos")
            : bare.replace("\\cos", "\\sin").replace("\\ln", "\\exp"));
    changed.put("root", bare.replace("\\sqrt", ""));
    changed.put(
        "relation",
        bare.contains("<")
            ? bare.replace("<", ">")
            : bare.replace("\\le ", "< ")
                .replace("\\leq", "<")
                .replace("\\geq", ">")
                .replace("\\ge ", "> "));
    changed.put("bracket", bare.contains("[") ? bare.replace("[", "(") : bare.replace("]", ")"));
    changed.put("prime", bare.replaceFirst("\\b([fghy])\\(", "$1'("));
    changed.put("function's name", bare.replaceFirst("\\bf\\(", "g("));
    changed.put("minus for plus", bare.replaceFirst("(?<=[\\w})])\\s*\\+", "-"));
    changed.put("times ten", bare + " \\cdot 10");
    changed.put("million", bare.matches("[\\d.,]+") ? bare + " million" : bare);
    changed.put("pi", bare.replace("\\pi", "3"));
    changed.values().removeIf(mutated -> mutated.equals(bare));
    return changed;
  }

  private interface Change {
    String apply(String part);
  }

  private static String replace(Pattern pattern, String text, Change change) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find()
        ? text.substring(0, matcher.start())
            + change.apply(matcher.group())
            + text.substring(matcher.end())
        : text;
  }

  private static String inBrackets(String formula) {
    return formula.matches("[\\w.]+") ? formula : "(" + formula + ")";
  }

  private static String next(String digit) {
    return String.valueOf((Integer.parseInt(digit) + 1) % 10);
  }

  private static String otherLetter(String letter) {
    return letter.equals("q") ? "w" : "q";
  }

  private static String swapped(String pair) {
    List<String> parts = new ArrayList<>(List.of(pair.substring(1).split(",", 2)));
    String close = parts.get(1).replaceAll("^.*?(\\\\?[)\\]}])$", "$1");
    String second = parts.get(1).substring(0, parts.get(1).length() - close.length());
    return pair.charAt(0) + second + "," + parts.get(0) + close;
  }
}
