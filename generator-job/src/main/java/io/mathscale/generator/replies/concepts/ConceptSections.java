package io.mathscale.generator.replies.concepts;

import io.mathscale.generator.replies.headings.Heading;
import io.mathscale.generator.replies.headings.Headings;
import io.mathscale.generator.replies.headings.Novelty;
import io.mathscale.generator.replies.headings.PartKind;
import io.mathscale.generator.replies.text.Fence;
import io.mathscale.generator.replies.text.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads concepts from lists under headings: with the names below (marked by numbers or bullets, or
 * bare) or in the same line; in YAML, which looks the same; and from topics under which their
 * knowledge points are indented.
 */
final class ConceptSections {
  /** A bare line under a heading is a name up to so many characters, else it is prose. */
  private static final int MAX_BARE_NAME = 80;

  /** So far into a line another heading is looked for. */
  private static final int MAX_INLINE = 2_000;

  /** Headings that count where no other names knowledge points. */
  private static final Set<String> MINOR =
      Set.of("skill", "skills", "prerequisites", "prior knowledge", "prerequisite knowledge");

  private final List<String> topics = new ArrayList<>();
  private final List<String> points = new ArrayList<>();
  private final List<String> nested = new ArrayList<>();

  /** The kind of the list that is being read; null outside of lists. */
  private PartKind open;

  private int topicIndent;
  private ItemLevels levels = new ItemLevels();
  private boolean isPast;
  private boolean isMarked;
  private boolean isHeadingSeen;
  private boolean isRevised;
  private boolean isBelowHeading;

  private ConceptSections() {}

  static Optional<FoundConcepts> in(String text) {
    ConceptSections sections = new ConceptSections();
    text.lines().forEach(sections::readParts);
    sections.endList();
    return sections.isHeadingSeen
        ? Optional.of(FoundConcepts.of(sections.topics, sections.pointsOrNested()))
        : Optional.empty();
  }

  /** The knowledge points; without any, what stands under bold topics. */
  private List<String> pointsOrNested() {
    return points.isEmpty() ? nested : points;
  }

  /**
   * A line, or each of its sentences where a second one has a heading: "Topics: A. Concepts: B".
   */
  private void readParts(String line) {
    int from = 0;
    for (int at = 1; at < line.length() && at - from < MAX_INLINE; at++) {
      boolean isAfterSentence =
          line.charAt(at - 1) == ' ' && at > 1 && ".;|".indexOf(line.charAt(at - 2)) >= 0;
      if (isAfterSentence && isInlineHeading(line, at)) {
        readLine(line.substring(from, at));
        from = at;
      }
    }

    readLine(line.substring(from));
  }

  /** {@code \\begin{itemize}} */
  private static boolean isEnvironment(String line) {
    return (line.startsWith("\\begin{") || line.startsWith("\\end{"))
        && line.indexOf('}') == line.length() - 1;
  }

  private static boolean isInlineHeading(String line, int at) {
    return Headings.ofLine(line, at, line.length())
        .filter(heading -> heading.kind().isConceptual() && heading.content() < line.length())
        .isPresent();
  }

  private void readLine(String line) {
    if (isPast || line.isBlank() || Fence.isFence(line) || isEnvironment(line.strip())) {
      return;
    }

    boolean isAtHeading = isBelowHeading;
    isBelowHeading = false;
    Optional<Heading> heading =
        Headings.ofLine(line, 0, line.length())
            .filter(found -> isHeading(found, line))
            .or(() -> ofLead(line));
    if (heading.isPresent()) {
      readHeading(heading.get(), line);
    } else if (isRule(line)) {
      open = isAtHeading ? open : null;
    } else if (open != null) {
      readItem(line);
    } else {
      isRevised |= Phrases.isRevision(line.substring(0, Math.min(line.length(), 120)));
    }
  }

  private static Optional<Heading> ofLead(String line) {
    boolean isItem = ItemName.markEnd(line.strip()) > 0;
    return isItem ? Optional.empty() : Headings.ofLead(line);
  }

  /** An item of a list is no heading, though it may begin with the word: "- Proof by induction". */
  private boolean isHeading(Heading heading, String line) {
    boolean isItem = ItemName.markEnd(line.strip()) > 0;
    boolean isEmpty = line.substring(heading.content()).isBlank();
    if (isItem && isEmpty && heading.kind() == open && levels.isName(indent(line))) {
      return false; // A name like any other: "2. Áreas".
    }

    boolean isNext = heading.kind() == PartKind.QUESTION && !topics.isEmpty() && !points.isEmpty();
    return heading.kind().isConceptual()
        || (isEmpty && heading.isMarked() && heading.kind() == PartKind.META)
        || (isNext && !isItem)
        || (!isItem
            && (heading.isMarked() || line.substring(heading.content()).isBlank() || open == null));
  }

  private void readHeading(Heading heading, String line) {
    if (!heading.kind().isConceptual()) {
      open = null;
      isRevised |= heading.novelty() == Novelty.REVISED;
      // Another question runs on.
      isPast =
          heading.kind() == PartKind.QUESTION
              && !isRevised
              && !topics.isEmpty()
              && !points.isEmpty();
      return;
    }

    boolean startsAnew =
        heading.kind() != PartKind.POINTS && (isRevised || heading.novelty() == Novelty.REVISED);
    if (startsAnew) {
      topics.clear();
      points.clear();
      isRevised = false;
    }

    if (!points.isEmpty() && MINOR.contains(heading.head())) {
      open = null;
      return;
    }

    endList();
    isHeadingSeen = true;
    isMarked = false;
    open = heading.kind();
    topicIndent = -1;
    String names = Fence.isFence(line) ? "" : line.substring(heading.content()).strip();
    if (isBlockMark(names)) {
      isBelowHeading = true;
      return;
    }

    List<String> list = open == PartKind.POINTS ? points : topics;
    if (heading.number() > 0 && !names.startsWith("[")) {
      list.add(names);
    } else {
      InlineList.names(withoutBrackets(names)).forEach(list::add);
    }

    // Knowledge points of one topic may stand under it without a heading of their own.
    open = heading.number() > 0 && open == PartKind.TOPICS ? PartKind.CONCEPTS : null;
    topicIndent = open == null ? -1 : indent(line);
  }

  /** Nothing, or a mark of YAML or Markdown that stands for the lines below. */
  private static boolean isBlockMark(String names) {
    return names.chars().allMatch(c -> "*_|>-+#`~{}[]".indexOf(c) >= 0);
  }

  private static String withoutBrackets(String names) {
    boolean isList = names.startsWith("[") && names.endsWith("]");
    return isList ? names.substring(1, names.length() - 1) : names;
  }

  private void readItem(String line) {
    String text = line.strip();
    if (text.length() > 1 && text.startsWith("|") && text.endsWith("|")) {
      readRow(text.substring(1, text.length() - 1).split("\\|", -1));
      return;
    }

    boolean isItem = ItemName.markEnd(text) > 0;
    if (isItem) {
      isMarked = true;
      readMarked(text, indent(line));
    } else if (isHeadline(text)) {
      open = null;
    } else if (!isMarked && topicIndent < 0 && isBareName(text)) {
      add(text, indent(line));
    } else if (!Character.isWhitespace(line.charAt(0))) {
      open = null;
    }
  }

  /** A row of a table under a heading: its first cell that is no number. */
  private void readRow(String[] cells) {
    for (String cell : cells) {
      String name = cell.strip();
      if (name.chars().anyMatch(Character::isLetter)) {
        if (Headings.ofKey(name).isEmpty()) {
          add(name, 0);
        }

        return;
      }
    }
  }

  private void readMarked(String item, int indent) {
    boolean isBelow = open != PartKind.CONCEPTS && levels.addIsBelow(item, indent);
    if (!isBelow || !levels.isExplanation(item)) {
      add(item, indent);
    } else if (open == PartKind.TOPICS) {
      nested.add(item);
    }
  }

  /** Drops what turned out to explain the names of the list that ends. */
  private void endList() {
    Set<String> explanations = levels.explanations();
    topics.removeIf(explanations::contains);
    points.removeIf(explanations::contains);
    levels = new ItemLevels();
  }

  private void add(String item, int indent) {
    if (open == PartKind.CONCEPTS) {
      topicIndent = topicIndent < 0 ? indent : topicIndent;
      (indent > topicIndent ? points : topics).add(item);
    } else {
      (open == PartKind.POINTS ? points : topics).add(item);
    }
  }

  private static boolean isBareName(String text) {
    return text.length() <= MAX_BARE_NAME
        && !text.endsWith(".")
        && !text.endsWith(":")
        && !text.endsWith("!")
        && !text.endsWith("?")
        && !Phrases.isTalk(text)
        && !Phrases.isIntroduction(text);
  }

  private static boolean isHeadline(String text) {
    return text.startsWith("#") && text.indexOf(' ') > 0;
  }

  private static boolean isRule(String line) {
    String text = line.strip();
    return text.length() >= 3 && text.chars().allMatch(c -> "-*_=".indexOf(c) >= 0);
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
