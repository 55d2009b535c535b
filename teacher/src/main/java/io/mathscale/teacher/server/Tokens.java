package io.mathscale.teacher.server;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.util.List;

/** Counts tokens as GPT-3.5 and GPT-4 do, in the encoding cl100k. */
public final class Tokens {
  /**
   * What a chat message takes beside its text, and what an answer takes to begin (OpenAI cookbook).
   */
  private static final int A_MESSAGE = 4;

  private static final int AN_ANSWER = 3;

  /** Bytes of English that make a token, roughly (OpenAI's help page on tokens). */
  private static final int BYTES_A_TOKEN = 4;

  private static final Encoding ENCODING =
      Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);

  private Tokens() {}

  /** Returns the tokens of the messages of a chat. */
  static long ofMessages(List<String> contents) {
    return contents.stream().mapToLong(content -> A_MESSAGE + of(content)).sum() + AN_ANSWER;
  }

  /** Returns the tokens of a text. */
  static long of(String text) {
    return ENCODING.countTokensOrdinary(text);
  }

  /** Returns the beginning of a text that has at most so many tokens. */
  static String cut(String text, int maxTokens) {
    return ENCODING.decode(ENCODING.encodeOrdinary(text, maxTokens).getTokens());
  }

  /** Returns a rough number of tokens without looking at the text. */
  public static long estimate(int bytes) {
    return Math.max(1, bytes / BYTES_A_TOKEN);
  }
}
