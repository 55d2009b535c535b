package io.mathscale.core.judge;

import io.mathscale.core.data.Message;
import io.mathscale.core.identity.StableHash;
import io.mathscale.core.prompts.PromptTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A solution that a model is to judge.
 *
 * @param question the question
 * @param reference the reference answer; empty where there is none, as for proofs
 * @param solution the text that is judged, by whoever wrote it
 */
public record JudgedSolution(String question, String reference, String solution) {
  private static final int MARK_LENGTH = 16;

  /**
   * The word that sets these texts apart from the instructions, and a verdict from whatever looks
   * like one: a hash of the texts, so that none of them can hold it.
   */
  public String mark() {
    return StableHash.contentId("judge", question, reference, solution).substring(0, MARK_LENGTH);
  }

  /** The conversation that asks for a verdict. */
  public List<Message> prompt(PromptTemplate template) {
    return template.render(gaps());
  }

  private SortedMap<String, Object> gaps() {
    return new TreeMap<>(
        Map.of(
            "mark",
            mark(),
            "question",
            question,
            "references",
            reference.isBlank() ? List.of() : List.of(reference),
            "solution",
            solution));
  }

  /**
   * Checks that a template asks for a verdict.
   *
   * @param key of the configuration, for messages
   * @throws io.mathscale.core.config.ConfigException when it does not show what is judged, or names
   *     what is not there
   */
  public static void require(String key, PromptTemplate template) {
    JudgedSolution sample = new JudgedSolution("a question", "a reference", "a solution");
    template.requireGaps(key, sample.gaps(), List.of("question", "solution"));
  }

  /** What a judge says of it; empty where the reply holds no verdict under {@link #mark}. */
  public Optional<JudgeReply> read(String reply) {
    return JudgeReply.read(reply, mark());
  }
}
