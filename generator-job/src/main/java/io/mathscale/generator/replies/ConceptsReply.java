package io.mathscale.generator.replies;

import io.mathscale.core.data.RejectionReason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The topics and knowledge points that a teacher names.
 *
 * @param topics distinct, in the order named; at least one
 * @param knowledgePoints distinct, in the order named; at least one
 */
public record ConceptsReply(List<String> topics, List<String> knowledgePoints) {
  /**
   * More names of a kind than this are no answer. The prompt asks for at most 2 topics and 5
   * knowledge points (paper, section 3.1); models that overdo it a little name up to 6.
   */
  static final int MAX_NAMES = 10;

  /** A longer name, in characters, is a sentence about something else. */
  static final int MAX_NAME_LENGTH = 200;

  /** What stands for nothing. */
  private static final Set<String> NOTHING = Set.of("", "…", "...", "none", "n/a", "-");

  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  /** Keeps copies of the lists. */
  public ConceptsReply {
    topics = List.copyOf(topics);
    knowledgePoints = List.copyOf(knowledgePoints);
  }

  /** Reads a reply, in JSON or as lists under headings. */
  public static ParseResult<ConceptsReply> read(String reply) {
    Optional<ConceptsReply> named = ConceptsJson.read(reply).or(() -> ConceptLists.read(reply));
    return named
        .map(ConceptsReply::judged)
        .orElseGet(
            () ->
                unreadable(
                    "a reply must be JSON or lists under Topics and Knowledge points: it is"
                        + " neither"));
  }

  private static ParseResult<ConceptsReply> judged(ConceptsReply named) {
    List<String> topics = distinct(named.topics);
    List<String> knowledgePoints = distinct(named.knowledgePoints);
    if (topics.isEmpty() || knowledgePoints.isEmpty()) {
      return new ParseResult.Refused<>(
          RejectionReason.NO_CONCEPTS,
          "a reply must name a topic and a knowledge point: %d and %d"
              .formatted(topics.size(), knowledgePoints.size()));
    }

    if (Math.max(topics.size(), knowledgePoints.size()) > MAX_NAMES) {
      return unreadable(
          "a reply must name at most %d topics and as many knowledge points: %d and %d"
              .formatted(MAX_NAMES, topics.size(), knowledgePoints.size()));
    }

    for (List<String> names : List.of(topics, knowledgePoints)) {
      for (String name : names) {
        if (name.length() > MAX_NAME_LENGTH) {
          return unreadable(
              "a name must have at most %d characters: %d"
                  .formatted(MAX_NAME_LENGTH, name.length()));
        }
      }
    }

    return new ParseResult.Parsed<>(new ConceptsReply(topics, knowledgePoints));
  }

  private static ParseResult<ConceptsReply> unreadable(String detail) {
    return new ParseResult.Refused<>(RejectionReason.UNREADABLE_REPLY, detail);
  }

  /** Names with single spaces, the first spelling of each, whatever its case. */
  private static List<String> distinct(List<String> names) {
    List<String> distinct = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      String clean = WHITE_SPACE.matcher(name).replaceAll(" ").strip();
      String folded = clean.toLowerCase(Locale.ROOT);
      if (!NOTHING.contains(folded) && seen.add(folded)) {
        distinct.add(clean);
      }
    }

    return distinct;
  }
}
