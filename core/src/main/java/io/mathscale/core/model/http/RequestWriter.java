package io.mathscale.core.model.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.mathscale.core.data.Message;
import io.mathscale.core.model.ChatRequest;
import io.mathscale.core.model.Json;
import io.mathscale.core.model.Sampling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes requests as the JSON bodies that an endpoint understands. */
final class RequestWriter {
  private static final int USUAL_BODY_BYTES = 4096;

  private final Endpoint endpoint;
  private final Dialect dialect;

  RequestWriter(Endpoint endpoint) {
    this.endpoint = endpoint;
    this.dialect = endpoint.dialect();
  }

  /** The body of a request, in UTF-8. */
  byte[] body(ChatRequest request) {
    try (ByteArrayBuilder bytes = new ByteArrayBuilder(USUAL_BODY_BYTES);
        JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
      json.writeStartObject();
      if (isOurs("model") && !endpoint.model().isEmpty()) {
        json.writeStringField("model", endpoint.model());
      }

      writeQuestion(json, request);
      writeSampling(json, request.sampling());
      if (request.seed() != null && isOurs("seed")) {
        json.writeNumberField("seed", request.seed());
      }

      writeExtraBody(json);
      json.writeEndObject();
      json.flush();
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException("Cannot write a request into memory", impossible);
    }
  }

  private void writeQuestion(JsonGenerator json, ChatRequest request) throws IOException {
    if (dialect.continuesText()) {
      json.writeStringField(
          "prompt",
          request.messages().stream().map(Message::content).collect(Collectors.joining("\n\n")));
      return;
    }

    json.writeArrayFieldStart("messages");
    for (Message message : request.messages()) {
      json.writeStartObject();
      json.writeStringField("role", message.role());
      json.writeStringField("content", message.content());
      json.writeEndObject();
    }

    json.writeEndArray();
  }

  private void writeSampling(JsonGenerator json, Sampling sampling) throws IOException {
    if (isOurs("temperature")) {
      json.writeNumberField("temperature", sampling.temperature());
    }

    if (dialect.sendsTopP(sampling.topP()) && isOurs("top_p")) {
      json.writeNumberField("top_p", sampling.topP());
    }

    if (isOurs("max_tokens") && isOurs("max_completion_tokens")) {
      json.writeNumberField(dialect.maxTokensField(), sampling.maxTokens());
    }

    if (!sampling.stop().isEmpty() && isOurs("stop") && !isCutHere(sampling)) {
      json.writeArrayFieldStart("stop");
      for (String stop : sampling.stop()) {
        json.writeString(stop);
      }

      json.writeEndArray();
    }

    if (!sampling.jsonSchema().isEmpty() && isOurs("response_format")) {
      writeResponseFormat(json, sampling.jsonSchema());
    }
  }

  /**
   * Whether the service takes fewer stop strings than there are: none is sent, and the answer is to
   * be cut where it comes.
   */
  boolean isCutHere(Sampling sampling) {
    return sampling.stop().size() > dialect.mostStops() && isOurs("stop");
  }

  private void writeResponseFormat(JsonGenerator json, String schema) throws IOException {
    json.writeObjectFieldStart("response_format");
    if (dialect == Dialect.TGI) {
      json.writeStringField("type", "json_object");
      json.writeFieldName("value");
      json.writeRawValue(schema);
    } else {
      json.writeStringField("type", "json_schema");
      json.writeObjectFieldStart("json_schema");
      json.writeStringField("name", "answer");
      json.writeBooleanField("strict", true);
      json.writeFieldName("schema");
      json.writeRawValue(schema);
      json.writeEndObject();
    }

    json.writeEndObject();
  }

  private void writeExtraBody(JsonGenerator json) throws IOException {
    for (Map.Entry<String, Object> field : endpoint.extraBody().entrySet()) {
      if (field.getValue() != null) {
        json.writePOJOField(field.getKey(), field.getValue());
      }
    }
  }

  /** Whether the endpoint's extra body leaves a field to us. */
  private boolean isOurs(String field) {
    return !endpoint.extraBody().containsKey(field);
  }
}
