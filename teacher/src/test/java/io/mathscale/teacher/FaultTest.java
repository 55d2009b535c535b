package io.mathscale.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class FaultTest {
  private static final String SUM = "What is 12 + 30?";

  @ParameterizedTest
  @CsvSource({
    "TOO_MANY_REQUESTS, 429, ''", "RETRY_AFTER, 429, retry-after",
    "RETRY_AFTER_MS, 429, retry-after-ms", "RETRY_AFTER_DATE, 429, retry-after",
    "SERVER_ERROR, 500, ''", "UNAVAILABLE, 503, ''"
  })
  void refuses(Fault fault, int status, String header) {
    try (Teacher teacher = faulty(fault)) {
      HttpResponse<String> response = new Calls(teacher).chat(SUM);

      assertThat(response.statusCode()).isEqualTo(status);
      assertThat(Calls.json(response).at("/error/message").asText()).isNotEmpty();
      assertThat(
              response.headers().map().keySet().stream().filter(name -> name.startsWith("retry")))
          .containsExactlyElementsOf(header.isEmpty() ? List.of() : List.of(header));
      assertThat(teacher.stats().completed()).isZero();
    }
  }

  @Test
  void namesADateInTheFuture() {
    try (Teacher teacher = faulty(Fault.RETRY_AFTER_DATE)) {
      ZonedDateTime before = ZonedDateTime.now(ZoneOffset.UTC);
      String date = new Calls(teacher).chat(SUM).headers().firstValue("retry-after").orElseThrow();

      assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
          .isAfter(before.minus(Duration.ofSeconds(1)));
    }
  }

  @Test
  void resetsTheConnection() throws IOException {
    try (Teacher teacher = faulty(Fault.RESET);
        Socket socket = ask(teacher)) {
      assertThatThrownBy(() -> socket.getInputStream().readAllBytes())
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
      assertThat(teacher.stats().completed()).isZero();
    }
  }

  @Test
  void stallsAfterTheHead() throws IOException {
    try (Teacher teacher = faulty(Fault.STALL);
        Socket socket = ask(teacher)) {
      InputStream answer = socket.getInputStream();
      assertThat(new String(answer.readNBytes(15), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 200 OK");

      socket.setSoTimeout(300);

      assertThatThrownBy(answer::readAllBytes).isInstanceOf(SocketTimeoutException.class);
      assertThat(teacher.stats().completed()).isZero();
    }
  }

  @Test
  void tricklesButArrivesWhole() {
    try (Teacher teacher = faulty(Fault.SLOW)) {
      assertThat(Calls.content(new Calls(teacher).chat(SUM))).contains("\\boxed{42}");
      assertThat(teacher.stats().completed()).isEqualTo(1);
    }
  }

  @Test
  void breaksJsonOff() {
    try (Teacher teacher = faulty(Fault.TRUNCATED)) {
      HttpResponse<String> response = new Calls(teacher).chat(SUM);

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValueAsLong("content-length"))
          .hasValue(response.body().length());
      assertThatThrownBy(() -> Calls.json(response)).isInstanceOf(UncheckedIOException.class);
      assertThat(teacher.stats().completed()).isZero();
    }
  }

  @Test
  void sendsHtml() {
    try (Teacher teacher = faulty(Fault.HTML)) {
      Calls calls = new Calls(teacher);
      HttpResponse<String> response = calls.chat(SUM);

      assertThat(response.statusCode()).isIn(200, 502);
      assertThat(response.headers().firstValue("content-type")).contains("text/html");
      assertThat(response.body()).startsWith("<html>");
    }
  }

  @Test
  void namesTheWrongContentType() {
    try (Teacher teacher = faulty(Fault.CONTENT_TYPE)) {
      HttpResponse<String> response = new Calls(teacher).chat(SUM);

      assertThat(response.headers().firstValue("content-type"))
          .contains("application/octet-stream");
      assertThat(Calls.content(response)).contains("\\boxed{42}");
    }
  }

  @ParameterizedTest
  @CsvSource({"EMPTY, stop", "CONTENT_FILTER, content_filter"})
  void leavesContentOut(Fault fault, String finishReason) {
    try (Teacher teacher = faulty(fault)) {
      HttpResponse<String> response = new Calls(teacher).chat(SUM);

      assertThat(Calls.content(response)).isEmpty();
      assertThat(Calls.json(response).at("/choices/0/finish_reason").asText())
          .isEqualTo(finishReason);
    }
  }

  @Test
  void breaksContentOff() {
    try (Teacher teacher = faulty(Fault.LENGTH)) {
      HttpResponse<String> response = new Calls(teacher).chat(SUM);

      assertThat(Calls.content(response)).isNotEmpty().doesNotContain("\\boxed");
      assertThat(Calls.json(response).at("/choices/0/finish_reason").asText()).isEqualTo("length");
    }
  }

  @Test
  void sendsMuchTooMuch() throws IOException {
    try (Teacher teacher = faulty(Fault.HUGE);
        Socket socket = ask(teacher)) {
      InputStream answer = socket.getInputStream();

      answer.skipNBytes(64L << 20);

      assertThat(answer.read()).isEqualTo('x');
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PAID_RESET", "PAID_LENGTH", "PAID_GZIP", "PAID_SERVER_ERROR"})
  void countsWhatIsDamagedOnTheWay(Fault fault) {
    try (Teacher teacher = faulty(fault)) {
      HttpClient client = HttpClient.newHttpClient();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(teacher.baseUrl() + "/chat/completions"))
              .POST(HttpRequest.BodyPublishers.ofString(Calls.body(SUM)))
              .build();

      assertThatThrownBy(() -> whole(client.send(request, BodyHandlers.ofByteArray())))
          .isInstanceOf(IOException.class);
      assertThat(teacher.stats().completed()).isEqualTo(1);
      assertThat(teacher.stats().completionTokens()).isPositive();
    }
  }

  @Test
  void countsWhatNeverComes() throws IOException {
    try (Teacher teacher = faulty(Fault.PAID_STALL);
        Socket socket = ask(teacher)) {
      assertThat(socket.getInputStream().readNBytes(15)).hasSize(15);
      assertThat(teacher.stats().completed()).isEqualTo(1);
    }
  }

  /** Fails unless the body arrived whole. */
  private static byte[] whole(HttpResponse<byte[]> response) throws IOException {
    if (response.statusCode() != 200) {
      throw new IOException("status " + response.statusCode());
    }

    try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
      return body.readAllBytes();
    }
  }

  @Test
  void saysThatItCannotHelp() {
    try (Teacher teacher = faulty(Fault.REFUSAL)) {
      assertThat(Calls.content(new Calls(teacher).chat(SUM))).isEqualTo("I cannot help with that.");
    }
  }

  @Test
  void dependsOnSeedBodyAndAttemptAlone() {
    Faults faults =
        new Faults(TeacherOptions.defaults().withFault(Fault.UNAVAILABLE, 0.3).faults(), 7);
    int failed = 0;
    for (int body = 0; body < 10_000; body++) {
      Optional<Fault> fault = faults.of(body, 1);

      assertThat(faults.of(body, 1)).isEqualTo(fault);
      failed += fault.isPresent() ? 1 : 0;
    }

    assertThat(failed).isBetween(2800, 3200);
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsLabel(Fault fault) {
    CommandLine.ParseResult options =
        new CommandLine(new TeacherServer()).parseArgs("--fault", fault + "=0.5");

    assertThat(options.matchedOptionValue("--fault", Map.of())).isEqualTo(Map.of(fault, 0.5));
  }

  private static Teacher faulty(Fault fault) {
    return Teacher.start(TeacherOptions.defaults().withFault(fault, 1));
  }

  private static Socket ask(Teacher teacher) throws IOException {
    String body = Calls.body(SUM);
    Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), URI.create(teacher.baseUrl()).getPort());
    socket
        .getOutputStream()
        .write(
            ("POST /v1/chat/completions HTTP/1.1\r\nHost: h\r\nContent-Length: "
                    + body.length()
                    + "\r\n\r\n"
                    + body)
                .getBytes(StandardCharsets.UTF_8));
    return socket;
  }
}
