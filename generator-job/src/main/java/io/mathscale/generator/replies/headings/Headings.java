package io.mathscale.generator.replies.headings;

import io.mathscale.generator.replies.text.Fence;
import io.mathscale.generator.replies.text.Letters;
import io.mathscale.generator.replies.text.Steps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds all headings of a text: of its lines, of its tags, and the ends of its fences. */
public final class Headings {
  /** A text with more headings than this is no reply; the rest are not looked at. */
  private static final int MOST = 400;

  private static final int LONGEST_SENTENCES = 200;

  /** The numerals of Chinese from one to ten. */
  public static final String NUMERALS = "一二三四五六七八九十";

  private static final List<String> VERBS =
      List.of(" is", " are", " include", " includes", "是", "有", "包括");

  /** Words of sentences that lead to names behind a colon. */
  private static final List<String> LEADING =
      List.of("following", "these", "this question", "the question", "problem", "以下", "下列", "本题");

  private Headings() {}

  /** The headings in the order of the text. */
  public static List<Heading> in(String text, Steps steps) {
    steps.add(3L * text.length());
    List<Heading> tags = TagHeadings.in(text);
    List<Heading> found = new ArrayList<>(tags);
    TagRanges inTags = new TagRanges(tags);
    int fence = -1;
    boolean isCode = false;
    for (int start = 0; start < text.length() && found.size() < MOST; ) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      if (isFenceAt(text, start, end)) {
        String line = text.substring(start, end);
        if (fence >= 0 || isCode) {
          if (fence >= 0 && hasPartSince(found, fence)) {
            found.add(Heading.end(start, Math.min(text.length(), end + 1), fence));
          }

          fence = -1;
          isCode = false;
        } else {
          isCode = Fence.isCode(line);
          fence = isCode ? -1 : start;
        }
      } else if (!isCode && !inTags.contains(start)) {
        int behind = TagHeadings.behindTag(text, start, end);
        addOfLine(text, inTags.begins(start, behind) ? start : behind, end, found);
      }

      start = end + 1;
    }

    found.sort(Comparator.comparingInt(Heading::start));
    return withoutDoubles(found);
  }

  /** A line may begin with two: {@code Assistant: Question: …}. */
  private static void addOfLine(String text, int start, int end, List<Heading> found) {
    Optional<Heading> first = HeadingLine.at(text, start, end);
    first
        .or(() -> AsideLine.at(text, start, end))
        .or(() -> afterSentence(text, start, end))
        .ifPresent(found::add);
    boolean mayLead =
        first.isPresent()
            && (first.get().kind() == PartKind.REPLY || first.get().kind() == PartKind.EXAMPLE);
    if (mayLead) {
      HeadingLine.at(text, first.get().content(), end).ifPresent(found::add);
    }
  }

  /** {@code Sure thing! Here is the question:} */
  private static Optional<Heading> afterSentence(String text, int start, int end) {
    String line = text.substring(start, Math.min(end, start + LONGEST_SENTENCES)).stripTrailing();
    int sentence = Math.max(line.lastIndexOf("! "), line.lastIndexOf(". "));
    return sentence < 0 || !line.endsWith(":")
        ? Optional.empty()
        : HeadingLine.at(text, start + sentence + 2, end)
            .filter(heading -> text.substring(heading.content(), end).isBlank());
  }

  /** What a key of JSON, the name of a tag or of a column says, if it is known. */
  public static Optional<PartKind> ofKey(String key) {
    return key.length() > 60 ? Optional.empty() : HeadingWords.ofKey(key);
  }

  /** The heading that begins at a place of a line, or behind a tag there. */
  public static Optional<Heading> ofLine(String text, int start, int lineEnd) {
    return HeadingLine.at(text, TagHeadings.behindTag(text, start, lineEnd), lineEnd);
  }

  /** The subject with which a sentence begins, up to its verb: "The knowledge points are …". */
  public static Optional<Heading> ofSentence(String sentence) {
    String beginning = Letters.lower(sentence.substring(0, Math.min(sentence.length(), 90)));
    return HeadingWords.inText(beginning)
        .filter(found -> VERBS.stream().anyMatch(beginning.substring(0, found.end())::endsWith))
        .map(
            found ->
                new Heading(found.kind(), 0, found.end(), 0, Novelty.NONE, false, found.head()));
  }

  /**
   * The sentence that leads to names of one kind: "It belongs to the following topics:".
   *
   * @param line a line; the names may stand behind the colon
   */
  public static Optional<Heading> ofLead(String line) {
    int colon = Math.max(line.indexOf(':'), line.indexOf('：'));
    String lead = line.substring(0, Math.max(0, colon));
    if (lead.isEmpty() || lead.length() > LONGEST_SENTENCES || lead.contains(". ")) {
      return Optional.empty();
    }

    String lower = Letters.lower(lead);
    boolean isAlone = line.substring(colon + 1).isBlank();
    List<PartKind> kinds = conceptsIn(lower).stream().distinct().toList();
    return kinds.size() == 1 && (isAlone || LEADING.stream().anyMatch(lower::contains))
        ? Optional.of(new Heading(kinds.get(0), 0, colon + 1, 0, Novelty.NONE, false, ""))
        : Optional.empty();
  }

  /** The last kind of concepts that words in a sentence name: "It belongs to the topics". */
  public static Optional<PartKind> conceptualIn(String words) {
    List<PartKind> kinds =
        conceptsIn(Letters.lower(words.substring(Math.max(0, words.length() - 200))));
    return kinds.isEmpty() ? Optional.empty() : Optional.of(kinds.get(kinds.size() - 1));
  }

  private static List<PartKind> conceptsIn(String lower) {
    List<PartKind> kinds = new ArrayList<>();
    for (int at = 0; at < lower.length(); at++) {
      boolean isStart =
          Character.isLetter(lower.charAt(at))
              && (at == 0
                  || !Character.isLetter(lower.charAt(at - 1))
                  || lower.charAt(at) > '\u2E80');
      if (isStart) {
        HeadingWords.named(lower.substring(at))
            .filter(PartKind::isConceptual)
            .ifPresent(kinds::add);
      }
    }

    return kinds;
  }

  /** Whether a text asks for something: by a question mark, or in words. */
  public static boolean hasAsk(String text) {
    if (text.indexOf('?') >= 0 || text.indexOf('？') >= 0 || text.indexOf('؟') >= 0) {
      return true;
    }

    String lower = Letters.lower(text);
    for (int at = 0; at < lower.length(); at++) {
      boolean isStart = at == 0 || !Character.isLetter(lower.charAt(at - 1));
      boolean mayBegin = isStart || lower.charAt(at) > '\u2E80';
      if (mayBegin && HeadingWords.isAsk(lower, at)) {
        return true;
      }
    }

    return false;
  }

  private static boolean isFenceAt(String text, int start, int end) {
    int at = start;
    while (at < end && Character.isWhitespace(text.charAt(at))) {
      at++;
    }

    boolean hasMarks = text.startsWith("```", at) || text.startsWith("~~~", at);
    return hasMarks && Fence.isFence(text.substring(at, Math.min(end, at + 60)));
  }

  private static boolean hasPartSince(List<Heading> found, int from) {
    return found.stream()
        .anyMatch(heading -> heading.start() >= from && heading.kind() != PartKind.END);
  }

  /**
   * Of headings that share characters, such as a tag and the line that begins with it, the first.
   */
  private static List<Heading> withoutDoubles(List<Heading> sorted) {
    List<Heading> distinct = new ArrayList<>();
    for (Heading heading : sorted) {
      Heading last = distinct.isEmpty() ? null : distinct.get(distinct.size() - 1);
      if (last == null || heading.start() >= last.content()) {
        distinct.add(heading);
      }
    }

    return distinct;
  }

  /**
   * The ranges between tags and their ends: no line there is a heading. Asked from left to right.
   */
  private static final class TagRanges {
    private final List<Heading> tags;
    private int next;

    TagRanges(List<Heading> tags) {
      this.tags = tags;
    }

    /** Whether a tag that is a heading itself begins between two places. */
    boolean begins(int from, int to) {
      boolean isNext = next < tags.size() && tags.get(next).start() < to;
      boolean isLast = next > 0 && tags.get(next - 1).start() >= from;
      return isNext || isLast;
    }

    boolean contains(int at) {
      while (next < tags.size() && tags.get(next).start() <= at) {
        next++;
      }

      boolean isInside = next > 0 && next < tags.size() && tags.get(next).kind() == PartKind.END;
      return isInside
          && tags.get(next - 1).kind() != PartKind.END
          && at >= tags.get(next - 1).content();
    }
  }
}
