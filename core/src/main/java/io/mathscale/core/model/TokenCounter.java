package io.mathscale.core.model;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import io.mathscale.core.data.Message;
import java.util.List;

/**
 * Counts tokens as OpenAI's {@code cl100k_base} does: exact for GPT-3.5 and GPT-4, an estimate for
 * other models. Safe for use by many threads.
 */
public final class TokenCounter {
  /**
   * Tokens that frame each message, and that begin the answer.
   *
   * @see <a href="https://cookbook.openai.com/examples/how_to_count_tokens_with_tiktoken">How to
   *     count tokens with tiktoken</a>
   */
  private static final int TOKENS_A_MESSAGE = 3;

  private static final int TOKENS_BEFORE_ANSWER = 3;

  /** Loaded once a process, since a hundred thousand tokens take a moment. */
  private static final Encoding ENCODING =
      Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);

  /** The tokens of a text; special tokens in it count as plain text. */
  public int count(String text) {
    return text.isEmpty() ? 0 : ENCODING.countTokensOrdinary(text);
  }

  /** The tokens of a request with these messages. */
  public int count(List<Message> messages) {
    int tokens = TOKENS_BEFORE_ANSWER;
    for (Message message : messages) {
      tokens += TOKENS_A_MESSAGE + count(message.role()) + count(message.content());
    }

    return tokens;
  }
}
