package io.mathscale.core.model.http;

import java.util.Locale;

/** How a server differs from OpenAI's own chat API. All answers are read by the same rules. */
public enum Dialect {
  /**
   * OpenAI itself. Its reasoning models take {@code max_completion_tokens} only and refuse a {@code
   * top_p}, so 1, which is its default, is not sent.
   *
   * @see <a href="https://platform.openai.com/docs/api-reference/chat/create">Create chat
   *     completion</a>
   */
  OPENAI("max_completion_tokens", false),
  /** Any server that speaks OpenAI's chat API with {@code max_tokens}. */
  COMPATIBLE("max_tokens", true),
  /**
   * OpenAI on Azure: the deployment is part of the path, the version of the API a query parameter,
   * the key in the header {@code api-key}.
   *
   * @see <a href="https://learn.microsoft.com/azure/ai-services/openai/reference">Azure OpenAI REST
   *     API</a>
   */
  AZURE("max_completion_tokens", false),
  /** vLLM. Its defaults come from the model's generation_config.json, so everything is sent. */
  VLLM("max_tokens", true),
  /**
   * Hugging Face's text-generation-inference: takes no {@code top_p} of 1 ("must be &gt; 0.0 and
   * &lt; 1.0") and has a {@code response_format} of its own.
   *
   * @see <a
   *     href="https://huggingface.co/docs/text-generation-inference/basic_tutorials/using_guidance">Guidance</a>
   */
  TGI("max_tokens", false),
  /** Ollama's OpenAI-compatible API, whose own default of {@code top_p} is 0.9. */
  OLLAMA("max_tokens", true),
  /** The server of llama.cpp, whose own default of {@code top_p} is 0.95. */
  LLAMA_CPP("max_tokens", true),
  /** {@code /completions} of vLLM and others: a base model continues one text. */
  COMPLETIONS("max_tokens", true);

  private static final int MOST_STOPS_OF_SOME = 4;

  private final String maxTokensField;
  private final boolean sendsFullTopP;

  Dialect(String maxTokensField, boolean sendsFullTopP) {
    this.maxTokensField = maxTokensField;
    this.sendsFullTopP = sendsFullTopP;
  }

  /**
   * The dialect of the server at a base URL: OpenAI and Azure by host, else {@link #COMPATIBLE}.
   */
  public static Dialect at(String baseUrl) {
    String url = baseUrl.toLowerCase(Locale.ROOT);
    if (url.startsWith("https://api.openai.com/")) {
      return OPENAI;
    }

    return url.contains(".openai.azure.com") ? AZURE : COMPATIBLE;
  }

  /** The field that bounds the answer, where the endpoint names no other. */
  String maxTokensField() {
    return maxTokensField;
  }

  /** Whether a {@code top_p} is part of the request. */
  boolean sendsTopP(double topP) {
    return sendsFullTopP || topP < 1;
  }

  /** Whether the request is one text instead of a conversation. */
  boolean continuesText() {
    return this == COMPLETIONS;
  }

  /**
   * How many stop strings a request may have. OpenAI, Azure and, by its default, TGI refuse more
   * than four.
   */
  int mostStops() {
    return switch (this) {
      case OPENAI, AZURE, TGI -> MOST_STOPS_OF_SOME;
      case COMPATIBLE, VLLM, OLLAMA, LLAMA_CPP, COMPLETIONS -> Integer.MAX_VALUE;
    };
  }

  /** The header that carries the key. */
  String keyHeader() {
    return this == AZURE ? "api-key" : "Authorization";
  }

  /** What stands in {@link #keyHeader}. */
  String keyHeaderValue(Secret key) {
    return this == AZURE ? key.reveal() : "Bearer " + key.reveal();
  }
}
