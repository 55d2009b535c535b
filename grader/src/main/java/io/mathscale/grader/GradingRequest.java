package io.mathscale.grader;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A model's text with everything that is known about it.
 *
 * @param completion what the model wrote
 * @param reference the reference answer, or a worked solution whose answer is boxed
 * @param question the question, whose options are read where {@code options} has none; may be empty
 * @param options the options of a multiple-choice question in the order of their letters; may be
 *     empty
 * @param finishReason why the model stopped, in the words of the service; after {@code length} or
 *     {@code max_tokens} nothing is guessed from the last formula or number; may be empty
 * @param specification the form of answers that the benchmark prescribes
 */
public record GradingRequest(
    String completion,
    String reference,
    String question,
    List<String> options,
    String finishReason,
    AnswerSpecification specification) {
  /** In the words of OpenAI's two interfaces, of Anthropic and of Google, in lower case. */
  private static final Set<String> CUT = Set.of("length", "max_tokens", "max_output_tokens");

  /** Copies the list. */
  public GradingRequest {
    options = List.copyOf(options);
  }

  /**
   * A text and its reference, and nothing more.
   *
   * @param completion what the model wrote
   * @param reference the reference answer
   * @return the request that the others start from
   */
  public static GradingRequest of(String completion, String reference) {
    return new GradingRequest(completion, reference, "", List.of(), "", AnswerSpecification.none());
  }

  /**
   * The same with the question.
   *
   * @param text the question
   * @return the new request
   */
  public GradingRequest withQuestion(String text) {
    return new GradingRequest(completion, reference, text, options, finishReason, specification);
  }

  /**
   * The same with the options of the question.
   *
   * @param texts the options in the order of their letters, with or without the letters
   * @return the new request
   */
  public GradingRequest withOptions(List<String> texts) {
    return new GradingRequest(completion, reference, question, texts, finishReason, specification);
  }

  /**
   * The same with the reason why the model stopped.
   *
   * @param reason in the words of the service
   * @return the new request
   */
  public GradingRequest withFinishReason(String reason) {
    return new GradingRequest(completion, reference, question, options, reason, specification);
  }

  /**
   * The same with the form of answers that is prescribed.
   *
   * @param form the specification
   * @return the new request
   */
  public GradingRequest withSpecification(AnswerSpecification form) {
    return new GradingRequest(completion, reference, question, options, finishReason, form);
  }

  /**
   * Whether a model stopped since it had reached its limit of tokens, so that its text is cut.
   *
   * @param finishReason in the words of the service, in any case
   */
  public static boolean isCut(String finishReason) {
    return CUT.contains(finishReason.toLowerCase(Locale.ROOT));
  }
}
