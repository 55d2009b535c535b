package io.mathscale.generator.replies;

import io.mathscale.core.data.Completion;
import io.mathscale.generator.replies.text.Phrases;
import io.mathscale.generator.replies.text.ReplyText;
import io.mathscale.generator.replies.text.Steps;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a model that was asked a question alone wrote.
 *
 * @param solution what it says, without what it thought
 * @param reasoning what it thought, as the service tells or as marks in the text do; empty if
 *     nothing of it is shown
 */
public record FreshSolution(String solution, String reasoning) {
  /** Takes an answer apart; linear in its length. */
  public static FreshSolution of(Completion completion) {
    String content = completion.content();
    ReplyText text = ReplyText.of(content, Steps.forLength(content.length()));
    String reasoning =
        Stream.of(completion.reasoning(), text.reasoning())
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining("\n\n"));
    return new FreshSolution(text.said().strip(), reasoning);
  }

  /** Whether an answer says nothing that could be a solution, so that another may be asked for. */
  public static boolean isUseless(String content) {
    return content.isBlank() || Phrases.isRefusal(content);
  }
}
