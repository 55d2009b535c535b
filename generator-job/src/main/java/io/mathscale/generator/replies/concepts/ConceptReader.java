package io.mathscale.generator.replies.concepts;

import io.mathscale.generator.replies.json.FoundJson;
import io.mathscale.generator.replies.json.JsonTexts;
import io.mathscale.generator.replies.json.ReplyJson;
import io.mathscale.generator.replies.text.PartText;
import io.mathscale.generator.replies.text.Steps;
import java.util.List;
import java.util.Optional;

/**
 * Finds the concepts that a reply names, in the first of the forms in which it names both kinds.
 */
public final class ConceptReader {
  private ConceptReader() {}

  /** Reads what a model says; empty if it names nothing in any form. */
  public static Optional<FoundConcepts> read(String said, Steps steps) {
    steps.add(6L * said.length());
    List<FoundJson> pieces = ReplyJson.in(said, steps);
    Optional<FoundConcepts> json = ConceptsInJson.in(said, pieces);
    if (json.isPresent() && (json.get().isComplete() || json.get().isCut())) {
      return json;
    }

    for (String wrapped : JsonTexts.in(pieces)) {
      Optional<FoundConcepts> named = ConceptsInJson.in(wrapped, ReplyJson.in(wrapped, steps));
      named = named.isPresent() ? named : ofText(wrapped, json);
      if (named.isPresent() && named.get().isComplete()) {
        return named;
      }
    }

    return ofText(said, json);
  }

  private static Optional<FoundConcepts> ofText(String said, Optional<FoundConcepts> json) {
    Optional<FoundConcepts> tags = ConceptTags.in(said);
    if (tags.isPresent() && tags.get().isComplete()) {
      return tags;
    }

    Optional<FoundConcepts> table = ConceptTables.in(said);
    if (table.isPresent() && table.get().isComplete()) {
      return table;
    }

    String markdown = PartText.inMarkdown(said);
    Optional<FoundConcepts> lists = ConceptSections.in(markdown);
    if (lists.isPresent() && lists.get().isComplete()) {
      return lists;
    }

    Optional<FoundConcepts> told = ConceptSentences.in(markdown);
    Optional<FoundConcepts> both =
        lists.flatMap(listed -> told.map(listed::or)).filter(FoundConcepts::isComplete);
    boolean isComplete = told.isPresent() && told.get().isComplete();
    return isComplete ? told : both.or(() -> json).or(() -> tags).or(() -> table).or(() -> lists);
  }
}
