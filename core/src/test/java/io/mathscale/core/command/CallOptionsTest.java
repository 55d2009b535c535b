package io.mathscale.core.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.config.Settings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CallOptionsTest {
  @TempDir private Path folder;

  @Test
  void aSampleStandsWithAnEstimate() {
    assertThatThrownBy(() -> options("--sample", "5").check(config("")))
        .isInstanceOf(ConfigException.class)
        .hasMessage("--sample must be at least 1 and stand with --estimate: 5");
    assertThatThrownBy(() -> options("--estimate", "--sample", "-1").check(config("")))
        .hasMessage("--sample must be at least 1 and stand with --estimate: -1");
  }

  @Test
  void aDryRunStandsWithoutAnEstimate() {
    assertThatThrownBy(() -> options("--dry-run", "--estimate").check(config("")))
        .isInstanceOf(ConfigException.class)
        .hasMessage("--dry-run must not stand with --estimate");
  }

  @Test
  void onlyWhatSendsNeedsAModel() {
    String must = "model.base-url must be set: \"\"";

    assertThatCode(() -> options("--dry-run").check(config(""))).doesNotThrowAnyException();
    assertThatCode(() -> options("--estimate").check(config(""))).doesNotThrowAnyException();
    assertThatThrownBy(() -> options().check(config(""))).hasMessage(must);
    assertThatThrownBy(() -> options("--estimate", "--sample", "5").check(config("")))
        .hasMessage(must);
    assertThatCode(() -> options().check(config("model { base-url = \"http://h/v1\", name = m }")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"calls.budget", "budget"})
  void aBudgetNeedsPricesOrAFreeService(String budget) throws IOException {
    String model = "model { base-url = \"http://h/v1\", name = m }\n" + budget + " = 5\n";

    assertThatThrownBy(() -> options().check(config(model)))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "model.price must hold prices where %s is set: without them nothing is counted; where the"
                + " service charges nothing, set model.free = true",
            budget);
    assertThatThrownBy(
            () ->
                options()
                    .check(
                        config(
                            model
                                + "model.price.output = 2\nmodel.extra-body.max_tokens = null\n")))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("model.extra-body must leave a limit of tokens in each request");
    assertThatCode(() -> options().check(config(model + "model.price.output = 2")))
        .doesNotThrowAnyException();
    assertThatCode(
            () ->
                options()
                    .check(config(model + "model.price.tiers.priority { input = 1, output = 2 }")))
        .doesNotThrowAnyException();
    assertThatCode(
            () ->
                options()
                    .check(
                        config(
                            model
                                + "model.price { output = 2, cached-input = 1, cache-write = 3 }")))
        .doesNotThrowAnyException();
    assertThatCode(() -> options().check(config(model + "model.free = true")))
        .doesNotThrowAnyException();
    assertThatThrownBy(
            () -> options().check(config(model + "model.free = true\nmodel.price.input = 1")))
        .hasMessage("model.free must be false where model.price has prices: true");
  }

  @Test
  void whatSendsNeedsItsKeysAndFiles() {
    String model = "model { base-url = \"http://h/v1\", name = m, %s }";
    String noKey = model.formatted("api-key.env = SURELY_NOT_SET");
    String noFile = model.formatted("ca-file = \"" + folder.resolve("none.pem") + "\"");

    assertThatThrownBy(() -> options().check(config(noKey)))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("model.api-key must name a secret that is set");
    assertThatThrownBy(() -> options().check(config(noFile)))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("model.ca-file must be a file that can be read");
    assertThatCode(() -> options("--dry-run").check(config(noKey))).doesNotThrowAnyException();
  }

  @Test
  void anEndpointThatCannotBeAskedIsRefused() {
    String model = "model { base-url = \"%s\", name = m, %s }";

    assertThatThrownBy(() -> options().check(config(model.formatted("http://bob:secret@h/v1", ""))))
        .isInstanceOf(ConfigException.class)
        .hasMessage("model.base-url must have no user, query or fragment: the one of h");
    assertThatThrownBy(
            () -> options().check(config(model.formatted("https://h.openai.azure.com", ""))))
        .isInstanceOf(ConfigException.class)
        .hasMessage("model.api-version must be given for Azure: ''");
    assertThatThrownBy(
            () -> options().check(config(model.formatted("http://h/v1", "extra-body { n = 2 }"))))
        .isInstanceOf(ConfigException.class)
        .hasMessage("model.extra-body must not hold one of our fields: n");
  }

  @Test
  void anEndpointOfAListThatCannotBeAskedIsNamed() {
    String more = "endpoints = [{ base-url = \"http://h:2/v1\" }, { base-url = \"h:3/v1\" }]";

    assertThatThrownBy(
            () ->
                options()
                    .check(config("model { base-url = \"http://h/v1\", name = m, " + more + " }")))
        .isInstanceOf(ConfigException.class)
        .hasMessage("model.endpoints[1].base-url must be an http or https URL with a host");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model.tokens-per-minute",
        "model.endpoints[0].tokens-per-minute",
        "calls.output-tokens-per-minute"
      })
  void aLimitOfTokensInAMinuteNeedsOneOfEachAnswer(String key) throws IOException {
    String model = "model { base-url = \"http://h/v1\", name = m }\n";
    String limit =
        key.contains("[")
            ? "model.endpoints = [{ base-url = \"http://h:2/v1\", tokens-per-minute = 9 }]\n"
            : key + " = 9\n";

    assertThatCode(() -> options().check(config(model + limit))).doesNotThrowAnyException();
    assertThatThrownBy(
            () -> options().check(config(model + limit + "model.extra-body.max_tokens = null")))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "model.extra-body must leave a limit of tokens in each request where %s is set: an"
                + " answer without limit would take the tokens of hours",
            key);
  }

  @Test
  void looksAtTheQuestionsOnlyWhereItSaysSo() {
    assertThat(options("--dry-run").isPreview()).isTrue();
    assertThat(options("--estimate").isPreview()).isTrue();
    assertThat(options("--retry-failed").isPreview()).isFalse();
  }

  private static CallOptions options(String... options) {
    return CommandLine.populateCommand(new CallOptions(), options);
  }

  private MathscaleConfig config(String more) throws IOException {
    Path file = Files.writeString(folder.resolve("x.conf"), "workspace = w\n" + more);
    return Settings.load(new File(file.toString()), List.of()).config();
  }
}
