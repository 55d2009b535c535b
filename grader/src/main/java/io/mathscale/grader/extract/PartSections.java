package io.mathscale.grader.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Divides a text into labelled parts, as {@code (a) … (b) …}, {@code 1. … 2. …}, {@code （1）…}. */
final class PartSections {
  private static final String LABEL = "[1-9]|[a-h]|i{1,3}|iv|vi?";

  /** A label begins a line, or stands in brackets behind the end of a sentence or formula. */
  private static final Pattern MARK =
      Pattern.compile(
          "(?:(?:^|\\n)[ \\t*#>_•-]*+(?:(?i:part|teil|partie|parte|apartado|inciso)\\s++|第)?"
              + ("[(（]?(" + LABEL + ")(?:[)）]|[.:：、](?=[\\s*]))")
              + "|(?<=[.;:,!?$})。；：，！？])\\s*+[*_]*+[(（]("
              + LABEL
              + ")[)）]"
              + "|(?<![^\\s*.;:,。；：，$])([①-⑨]))");

  private static final List<String> ROMAN = List.of("i", "ii", "iii", "iv", "v", "vi");
  private static final int MOST_MARKS = 200;

  private PartSections() {}

  /**
   * A part.
   *
   * @param label its label without brackets
   * @param text what stands between its label and the next
   */
  record Part(String label, String text) {}

  private record Mark(int index, String label, int start, int end) {}

  /**
   * The ways to divide the text, each into at least two parts: by one kind of label, whose first
   * stands in front of those of the next way, at its last or at its first run through the labels.
   */
  static List<List<Part>> of(String text) {
    List<List<Part>> ways = new ArrayList<>();
    for (List<Mark> marks : marks(text).values()) {
      List<Mark> first = firstRun(marks);
      if (first.size() > 1) {
        List<Mark> last = lastRun(marks, first.size());
        ways.add(parts(text, last));
        if (!last.equals(first)) {
          ways.add(parts(text, first));
        }
      }
    }
    return ways;
  }

  private static Map<Character, List<Mark>> marks(String text) {
    Map<Character, List<Mark>> marks = new LinkedHashMap<>();
    Matcher mark = MARK.matcher(text);
    for (int found = 0; found < MOST_MARKS && mark.find(); found++) {
      String label = mark.group(1) == null ? mark.group(2) : mark.group(1);
      if (label == null) {
        int index = mark.group(3).charAt(0) - '①';
        add(marks, '①', new Mark(index, String.valueOf(index + 1), mark.start(), mark.end()));
      } else if (ROMAN.contains(label)) {
        add(marks, 'i', new Mark(ROMAN.indexOf(label), label, mark.start(), mark.end()));
      } else {
        char first = Character.isDigit(label.charAt(0)) ? '1' : 'a';
        add(marks, first, new Mark(label.charAt(0) - first, label, mark.start(), mark.end()));
      }
    }
    return marks;
  }

  private static void add(Map<Character, List<Mark>> marks, char kind, Mark mark) {
    marks.computeIfAbsent(kind, none -> new ArrayList<>()).add(mark);
  }

  /** The first label, the next that follows it, and so on. */
  private static List<Mark> firstRun(List<Mark> marks) {
    List<Mark> run = new ArrayList<>();
    for (Mark mark : marks) {
      if (mark.index() == run.size()) {
        run.add(mark);
      }
    }
    return run;
  }

  /** The last label, the one before it that precedes it, and so on; all are there. */
  private static List<Mark> lastRun(List<Mark> marks, int size) {
    List<Mark> run = new ArrayList<>();
    for (int i = marks.size() - 1; i >= 0; i--) {
      if (marks.get(i).index() == size - 1 - run.size()) {
        run.add(0, marks.get(i));
      }
    }
    return run;
  }

  private static List<Part> parts(String text, List<Mark> run) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < run.size(); i++) {
      int end = i + 1 < run.size() ? run.get(i + 1).start() : text.length();
      parts.add(new Part(run.get(i).label(), text.substring(run.get(i).end(), end)));
    }
    return parts;
  }
}
