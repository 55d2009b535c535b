package io.mathscale.generator.replies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads concepts from lists under headings: {@code Topics:} and {@code Knowledge points:}, bold,
 * numbered, in Markdown or plain, with the names below (marked by numbers or bullets, or bare) or
 * in the same line.
 */
final class ConceptLists {
  /** The mark of a list item. */
  private static final String MARK = "(?:[-*•+–]|\\(?\\d{1,2}[.)]|\\(?[a-z][.)])\\s+";

  /** Groups: words before, the kind, number, words behind, colon, names in the same line. */
  private static final Pattern HEADING =
      Pattern.compile(
          ("^[#>\\s]*(?:%s)?[*_#\\s]*((?:[a-z']+\\s+){0,5}?)(topics?|knowledge[\\s_-]*points?|kps?)"
                  + "(?:\\s*\\(s\\))?(\\s*#?\\d+)?(?:\\s*\\([^)]*\\))?"
                  + "((?:\\s+(?:identified|are|is|involved|covered|needed|required|tested|list)){0,2})"
                  + "[*_\\s]*(:|：|$)[*_\\s]*(.*)$")
              .formatted(MARK),
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ITEM =
      Pattern.compile("^\\s*" + MARK + "(.+)$", Pattern.CASE_INSENSITIVE);

  /** A rule, a fence or another heading: here a list ends. */
  private static final Pattern BREAK = Pattern.compile("^\\s*(?:```.*|[-*_]{3,}\\s*|#{1,6}\\s.*)$");

  /** A bare line under a heading is a name up to so many characters, else it is prose. */
  private static final int MAX_BARE_NAME = 80;

  private final List<String> topics = new ArrayList<>();
  private final List<String> points = new ArrayList<>();

  /** The list that is being read; null outside of lists. */
  private List<String> open;

  private boolean isMarked;
  private boolean isHeadingSeen;

  private ConceptLists() {}

  static Optional<ConceptsReply> read(String reply) {
    ConceptLists lists = new ConceptLists();
    reply.lines().forEach(lists::readLine);
    return lists.isHeadingSeen
        ? Optional.of(new ConceptsReply(lists.topics, lists.points))
        : Optional.empty();
  }

  private void readLine(String line) {
    Matcher heading = HEADING.matcher(line);
    if (heading.matches() && isHeading(heading)) {
      readHeading(heading);
    } else if (BREAK.matcher(line).matches()) {
      open = null;
    } else if (open != null && !line.isBlank()) {
      readItem(line);
    }
  }

  /** Words around the kind make a heading only where a colon ends it. */
  private static boolean isHeading(Matcher heading) {
    boolean isBare = heading.group(1).isBlank() && heading.group(4).isBlank();
    return isBare || !heading.group(5).isEmpty();
  }

  private void readHeading(Matcher heading) {
    isHeadingSeen = true;
    isMarked = false;
    open = heading.group(2).toLowerCase(Locale.ROOT).startsWith("topic") ? topics : points;
    String names = heading.group(6).strip();
    if (names.isEmpty()) {
      return;
    }

    if (heading.group(3) != null) {
      open.add(ListItem.name(names));
    } else {
      InlineList.names(names).forEach(name -> open.add(ListItem.name(name)));
    }

    open = null;
  }

  private void readItem(String line) {
    Matcher item = ITEM.matcher(line);
    if (item.matches()) {
      isMarked = true;
      open.add(ListItem.name(item.group(1)));
    } else if (!isMarked && line.strip().length() <= MAX_BARE_NAME && !line.strip().endsWith(".")) {
      open.add(ListItem.name(line));
    } else if (!Character.isWhitespace(line.charAt(0))) {
      open = null;
    }
  }
}
