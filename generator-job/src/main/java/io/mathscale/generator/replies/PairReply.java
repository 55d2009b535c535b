package io.mathscale.generator.replies;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.grader.FinalAnswer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A question with its worked solution and final answer, as a teacher writes them.
 *
 * @param question the question
 * @param solution the worked solution
 * @param answer the final answer that the solution states
 */
public record PairReply(String question, String solution, String answer) {
  private static final Set<String> QUESTION_KEYS = Set.of("question", "newquestion", "problem");
  private static final Set<String> SOLUTION_KEYS =
      Set.of("solution", "newsolution", "workedsolution", "explanation");
  private static final Set<String> ANSWER_KEYS = Set.of("finalanswer", "answer");

  /** Reads a reply: question and solution under headings, or in a JSON object. */
  public static ParseResult<PairReply> read(String reply) {
    Optional<PairReply> inJson =
        ReplyJson.find(reply, node -> !text(node, QUESTION_KEYS).isBlank())
            .map(PairReply::ofObject);
    return inJson
        .or(() -> PairSections.read(reply))
        .map(PairReply::judged)
        .orElseGet(
            () ->
                refused(
                    RejectionReason.UNREADABLE_REPLY,
                    "a reply must have the headings Question and Solution: it has neither"));
  }

  private static PairReply ofObject(JsonNode object) {
    String stated = text(object, ANSWER_KEYS);
    String solution = text(object, SOLUTION_KEYS);
    // Some models call the whole solution the answer.
    return solution.isBlank()
        ? new PairReply(text(object, QUESTION_KEYS), stated, "")
        : new PairReply(text(object, QUESTION_KEYS), solution, stated);
  }

  private static String text(JsonNode object, Set<String> keys) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String key = field.getKey().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
      if (keys.contains(key) && field.getValue().isValueNode() && !field.getValue().isNull()) {
        return field.getValue().asText();
      }
    }

    return "";
  }

  /** The pair with Markdown and small talk cut away from its ends, if all three parts are there. */
  private static ParseResult<PairReply> judged(PairReply found) {
    String question = ReplyCleaner.question(found.question);
    String solution = ReplyCleaner.solution(found.solution);
    if (question.isEmpty()) {
      return refused(RejectionReason.UNREADABLE_REPLY, "a reply must have a question: it is blank");
    }

    if (solution.isEmpty()) {
      return refused(RejectionReason.NO_SOLUTION, "a reply must have a solution: there is none");
    }

    String answer = FinalAnswer.of(solution).orElse(ReplyCleaner.question(found.answer));
    return answer.isEmpty()
        ? refused(
            RejectionReason.NO_FINAL_ANSWER,
            "a solution must state its final answer, as in \\boxed{}: it states none")
        : new ParseResult.Parsed<>(new PairReply(question, solution, answer));
  }

  private static ParseResult<PairReply> refused(RejectionReason reason, String detail) {
    return new ParseResult.Refused<>(reason, detail);
  }
}
