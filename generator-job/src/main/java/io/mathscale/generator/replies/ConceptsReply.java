package io.mathscale.generator.replies;

import io.mathscale.core.data.RejectionReason;
import io.mathscale.generator.replies.concepts.ConceptReader;
import io.mathscale.generator.replies.concepts.FoundConcepts;
import io.mathscale.generator.replies.text.Phrases;
import io.mathscale.generator.replies.text.ReplyText;
import io.mathscale.generator.replies.text.Steps;
import java.util.List;

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

  /** Keeps copies of the lists. */
  public ConceptsReply {
    topics = List.copyOf(topics);
    knowledgePoints = List.copyOf(knowledgePoints);
  }

  /** Reads a reply, whatever it is: JSON, tags, tables or lists; linear in its length. */
  public static ParseResult<ConceptsReply> read(String reply) {
    return GuardedReader.read(reply, text -> read(text, Steps.forLength(text.length())));
  }

  static ParseResult<ConceptsReply> read(String reply, Steps steps) {
    ReplyText text = ReplyText.of(reply, steps);
    if (text.isTooLong()) {
      return new ParseResult.Refused<>(
          RejectionReason.TOO_LONG,
          "a reply must have at most %d characters: %d"
              .formatted(ReplyText.MAX_SAID, text.said().length()));
    }

    return ConceptReader.read(text.said(), steps)
        .map(named -> judged(named, text.said()))
        .orElseGet(() -> withoutConcepts(text.said()));
  }

  private static ParseResult<ConceptsReply> withoutConcepts(String said) {
    if (Phrases.isRefusal(said)) {
      return new ParseResult.Refused<>(
          RejectionReason.REFUSAL, "a reply must name concepts: the model declines");
    }

    return Phrases.lastOfPrompt(said) >= 0
        ? new ParseResult.Refused<>(
            RejectionReason.ECHO, "a reply must name concepts: it repeats the prompt")
        : unreadable(
            "a reply must name topics and knowledge points, in JSON or in lists: none were found");
  }

  private static ParseResult<ConceptsReply> judged(FoundConcepts named, String said) {
    List<String> topics = named.topics();
    List<String> points = named.points();
    if (named.isCut() && !named.isComplete()) {
      return new ParseResult.Refused<>(
          RejectionReason.CUT_OFF,
          "a reply must name a topic and a knowledge point: it ends before, in a name");
    }

    if (named.isForm()) {
      return new ParseResult.Refused<>(
          RejectionReason.PLACEHOLDER, "a reply must name concepts: words stand for them");
    }

    if (!named.isComplete()) {
      return Phrases.isRefusal(said)
          ? withoutConcepts(said)
          : new ParseResult.Refused<>(
              RejectionReason.NO_CONCEPTS,
              "a reply must name a topic and a knowledge point: %d and %d"
                  .formatted(topics.size(), points.size()));
    }

    if (Math.max(topics.size(), points.size()) > MAX_NAMES) {
      return unreadable(
          "a reply must name at most %d topics and as many knowledge points: %d and %d"
              .formatted(MAX_NAMES, topics.size(), points.size()));
    }

    for (List<String> names : List.of(topics, points)) {
      for (String name : names) {
        if (name.length() > MAX_NAME_LENGTH) {
          return unreadable(
              "a name must have at most %d characters: %d"
                  .formatted(MAX_NAME_LENGTH, name.length()));
        }
      }
    }

    return new ParseResult.Parsed<>(new ConceptsReply(topics, points));
  }

  private static ParseResult<ConceptsReply> unreadable(String detail) {
    return new ParseResult.Refused<>(RejectionReason.UNREADABLE_REPLY, detail);
  }
}
