package io.mathscale.grader.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a model says in its turn: not what it only thinks, not what it writes after the end of
 * its turn, and not the next exercise with which it runs on.
 */
final class SpokenText {
  private static final Set<String> THINKING =
      Set.of(
          "think",
          "thinking",
          "thought",
          "thoughts",
          "thinking_process",
          "thought_process",
          "chain_of_thought",
          "reasoning",
          "reason",
          "scratchpad",
          "inner_monologue",
          "reflection",
          "analysis",
          "cot");

  /** Names that mean thinking in square brackets too, where other words have other uses. */
  private static final Set<String> THINKING_IN_SQUARES =
      Set.of("think", "thinking", "thought", "reasoning");

  private static final String[] ENDS_OF_TURN = {
    "<|im_end|>",
    "<|im_start|>",
    "<|endoftext|>",
    "<|end_of_text|>",
    "<|eot_id|>",
    "<|eom_id|>",
    "<|end|>",
    "<|return|>",
    "<|end_of_solution|>",
    "<end_of_turn>",
    "<｜end▁of▁sentence｜>",
    "</s>"
  };

  private static final String CHANNEL = "<|channel|>";
  private static final String FINAL_CHANNEL = "<|channel|>final";
  private static final String MESSAGE = "<|message|>";

  /** The channels of a service that drops the special tokens. */
  private static final String BARE_ANALYSIS = "analysis";

  private static final String BARE_FINAL = "assistantfinal";
  private static final String[][] OTHER_MARKS = {
    {"<|channel>", "<channel|>"}, {"<unused94>", "<unused95>"},
  };

  private SpokenText() {}

  /**
   * What the model says, or empty if it never ends to think.
   *
   * @param completion what the model wrote
   * @param thinkingTags names of further tags that hold thinking
   */
  static Optional<String> of(String completion, List<String> thinkingTags) {
    if (!Tag.mayBeIn(completion)) {
      return inFinalChannel(completion).map(RunOnText::cut).map(StruckText::removedFrom);
    }
    return inFinalChannel(completion)
        .flatMap(SpokenText::afterOtherMarks)
        .flatMap(text -> outsideThinking(text, thinkingTags))
        .map(SpokenText::firstTurn)
        .map(RunOnText::cut)
        .map(StruckText::removedFrom);
  }

  private static Optional<String> inFinalChannel(String text) {
    if (text.contains(CHANNEL)) {
      int last = text.lastIndexOf(FINAL_CHANNEL);
      int message = last < 0 ? -1 : text.indexOf(MESSAGE, last);
      return message < 0
          ? Optional.empty()
          : Optional.of(text.substring(message + MESSAGE.length()));
    }
    boolean isAnalysis =
        text.startsWith(BARE_ANALYSIS)
            && text.length() > BARE_ANALYSIS.length()
            && Character.isUpperCase(text.charAt(BARE_ANALYSIS.length()));
    if (!isAnalysis) {
      return Optional.of(text);
    }
    int last = text.lastIndexOf(BARE_FINAL);
    return last < 0 ? Optional.empty() : Optional.of(text.substring(last + BARE_FINAL.length()));
  }

  private static Optional<String> afterOtherMarks(String completion) {
    String text = completion;
    for (String[] pair : OTHER_MARKS) {
      if (text.contains(pair[1])) {
        text = text.substring(text.lastIndexOf(pair[1]) + pair[1].length());
      }
      if (text.contains(pair[0])) {
        return Optional.empty();
      }
    }

    return Optional.of(text);
  }

  private static Optional<String> outsideThinking(String text, List<String> thinkingTags) {
    StringBuilder said = new StringBuilder();
    boolean thinks = false;
    int from = 0;
    for (int i = Tag.next(text, 0); i < text.length(); i = Tag.next(text, i + 1)) {
      Optional<Tag> found = Tag.at(text, i).filter(tag -> isThinking(tag, thinkingTags));
      if (found.isEmpty()) {
        continue;
      }
      Tag tag = found.get();
      if (tag.closes()) {
        if (!thinks) {
          // the prompt opened the tag
          said.setLength(0);
        }
        thinks = false;
        from = tag.end();
      } else if (!thinks) {
        said.append(text, from, i).append('\n');
        thinks = true;
      }
      i = tag.end() - 1;
    }

    if (thinks) {
      return Optional.empty();
    }
    return Optional.of(from == 0 ? text : said.append(text, from, text.length()).toString());
  }

  private static boolean isThinking(Tag tag, List<String> thinkingTags) {
    if ((tag.isSquare() ? THINKING_IN_SQUARES : THINKING).contains(tag.name())) {
      return true;
    }
    for (String name : thinkingTags) {
      if (name.equalsIgnoreCase(tag.name())) {
        return true;
      }
    }
    return false;
  }

  private static String firstTurn(String completion) {
    if (completion.indexOf('<') < 0) {
      return completion;
    }
    String text = completion;
    for (String end : ENDS_OF_TURN) {
      int at = text.indexOf(end);
      if (at > 0 && !text.substring(0, at).isBlank()) {
        text = text.substring(0, at);
      }
    }
    return text;
  }
}
