package io.mathscale.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.model.pool.EndpointLimits;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final String SMALLEST = "workspace = \"w\"\n";

  @Test
  void takesDefaultsForWhatIsNotGiven() {
    MathscaleConfig config = parse(SMALLEST).config();

    assertThat(config.seed()).isEqualTo(42);
    assertThat(config.compose().topicSteps()).isEqualTo(new IntRange(1, 2));
    assertThat(config.calls().giveUpAfter()).isEqualTo(Duration.ofMinutes(30));
    assertThat(config.seeds().maxRow()).isEqualTo(new Bytes(64 * 1024));
  }

  @Test
  void readsAFileAndPutsOverridesOverIt(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("a.conf"), SMALLEST + "seed = 7, seeds.limit = 3");

    MathscaleConfig config =
        Settings.load(file.toFile(), List.of("seeds.limit=9", "model.base-url=http://h:1/v1"))
            .config();

    assertThat(config.seed()).isEqualTo(7);
    assertThat(config.seeds().limit()).isEqualTo(9);
    assertThat(config.model().baseUrl()).isEqualTo("http://h:1/v1");
  }

  @Test
  void takesOneBenchmarkFileOrSeveral() {
    String key = "refine.decontaminate.against=";
    for (String none : List.of("\"\"", "[]")) {
      assertThat(against(key + none)).isEmpty();
    }

    assertThat(against(key + "a.jsonl")).containsExactly("a.jsonl");
    assertThat(against(key + "[a.jsonl, b.jsonl]")).containsExactly("a.jsonl", "b.jsonl");
  }

  private static List<String> against(String override) {
    return Settings.parse(SMALLEST, "t", List.of(override))
        .config()
        .refine()
        .decontaminate()
        .against();
  }

  @Test
  void theLastOfTwoOverridesHolds() {
    assertThat(Settings.parse(SMALLEST, "t", List.of("seed=1", "seed=2")).config().seed())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          compose.tagret=5           | Unknown key compose.tagret; the nearest known key is compose.target
          modle.name=x               | Unknown key modle; the nearest known key is model
          compose.target=many        | compose.target must be a whole number: "many"
          compose.target=1.5         | compose.target must be a whole number: 1.5
          seeds.limit=-1             | seeds.limit must be at least 0: -1
          calls.flush-interval=5     | calls.flush-interval must be a duration with a unit (500ms, 30s, 5m): 5
          seeds.max-row=5            | seeds.max-row must be a size with a unit (64KiB, 16MiB): 5
          refine.near-duplicates.threshold=0.2 | refine.near-duplicates.threshold must be 0, or from 0.5 to 1: 0.2
          export.formats=[]          | export.formats must name one at least: []
          seeds.max-row=big          | seeds.max-row must be a size with a unit (64KiB, 16MiB): "big"
          validate.max-solutions=33  | validate.max-solutions must be from 2 to 32: 33
          validate.max-solutions=1   | validate.max-solutions must be from 2 to 32: 1
          export.balance.rows=5      | export.balance.rows must stand with by: 5
          export.balance.buckets=[1] | export.balance.buckets must stand with by: [1.0]
          export.card.languages=[en, english] | export.card.languages must be two-letter codes of ISO 639-1, such as en: [english]
          refine.quality.languages=[en, xx] | refine.quality.languages must be two-letter codes of ISO 639-1, such as en: [xx]
          refine.quality.min-question-chars=8001 | refine.quality.min-question-chars must be at most max-question-chars = 8000: 8001
          refine.min-solution-chars=64001 | refine.min-solution-chars must be at most refine.quality.max-solution-chars = 64000: 64001
          infer.stop=["a", ""]       | infer.stop must hold no empty text: [a, ]
          model.extra-body={ max_tokens = 0 } | model.extra-body.max_tokens must be a whole number from 1 to 2147483647, or null: 0
          model.extra-body={ max_completion_tokens = -1 } | model.extra-body.max_completion_tokens must be a whole number from 1 to 2147483647, or null: -1
          model.extra-body={ max_tokens = "9" } | model.extra-body.max_tokens must be a whole number from 1 to 2147483647, or null: 9
          model.extra-body={ max_tokens = 9.5 } | model.extra-body.max_tokens must be a whole number from 1 to 2147483647, or null: 9.5
          model.extra-body={ max_tokens = 3000000000 } | model.extra-body.max_tokens must be a whole number from 1 to 2147483647, or null: 3000000000
          model.extra-body={ max_tokens = 9, max_completion_tokens = 9 } | model.extra-body must hold one limit of tokens: [max_tokens, max_completion_tokens]
          validate.temperature=2.5   | validate.temperature must be from 0 to 2: 2.5
          score.average=mean         | score.average must be one of paper | icml | full: "mean"
          model.structured-output=no | model.structured-output must be true or false: "no"
          compose.topic-steps=[2,1]  | compose.topic-steps must be
          workspace=                 | workspace must be
          novalue                    | --set must be key=value: novalue
          """)
  void aWrongSettingNamesKeyAndValueAndWhatMustHold(String override, String message) {
    assertThatThrownBy(() -> Settings.parse(SMALLEST, "t", List.of(override)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          compose.dead-ends = null              | compose.dead-ends
          export.mixture = null                 | export.mixture
          budget = null                         | budget
          refine.quality = null                 | refine.quality
          infer.stop = [null]                   | infer.stop[0]
          seeds.fields.id = null                | seeds.fields.id
          model.headers { X = null }            | model.headers.X
          model.price.tiers { flex = null }     | model.price.tiers.flex
          model.endpoints = [{ base-url = null }] | model.endpoints[0].base-url
          benchmark.groups { new = [null] }     | benchmark.groups.new[0]
          judge.models = [{ name = null }]      | judge.models[0].name
          judge.models = [{ name = a, price.input = null }] | judge.models[0].price.input
          judge.models = [{ name = a, headers { X = null } }] | judge.models[0].headers.X
          model.price.tiers { flex { input = null, output = 1 } } | model.price.tiers.flex.input
          """)
  void nullIsNoValueWhereItIsNotTheDefault(String setting, String key) {
    assertThatThrownBy(() -> parse(SMALLEST + setting))
        .isInstanceOf(ConfigException.class)
        .hasMessage(key + " must have a value where it is given: null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model.price { cached-input = null, cache-write = null }",
        "model.price.tiers { flex { input = 1, cached-input = null, output = 2 } }",
        "model.extra-body { max_tokens = null, a = [null] }",
        "judge.models = [{ name = a, extra-body { stop = null }, price.cache-write = null }]"
      })
  void nullIsAValueWhereItMeansSomething(String setting) {
    assertThat(parse(SMALLEST + setting)).isNotNull();
  }

  @Test
  void settingsThatExcludeEachOtherAreRefused() {
    assertThat(parse(SMALLEST + "compose.broadcast-limit = 0")).isNotNull();
    assertThatThrownBy(() -> parse(SMALLEST + "compose { walk = coherent, broadcast-limit = 0 }"))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "compose.broadcast-limit must be above 0 where compose.walk is coherent, which needs"
                + " the graph in memory: 0");
    assertThat(parse(SMALLEST + "export.mixture = seeds")).isNotNull();
    assertThatThrownBy(
            () -> parse(SMALLEST + "export.mixture = seeds, refine.include-seeds = false"))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "export.mixture must not be seeds where refine.include-seeds is false, which leaves"
                + " none: seeds");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ } | 100",
        "{ max_tokens = 7 } | 7",
        "{ max_tokens = null, max_completion_tokens = 4096 } | 4096",
        "{ max_tokens = 7, max_completion_tokens = null } | 7",
        "{ max_completion_tokens = null } | 2147483647"
      })
  void theBodySaysHowLongAnswersMayBe(String body, int most) {
    assertThat(parse(SMALLEST + "model.extra-body = " + body).config().model().maxTokens(100))
        .isEqualTo(most);
  }

  @Test
  void aWrongSettingInTheFileStopsToo() {
    assertThatThrownBy(() -> parse(SMALLEST + "calls { budgett = 5 }"))
        .isInstanceOf(ConfigException.class)
        .hasMessage("Unknown key calls.budgett; the nearest known key is calls.budget");
  }

  @Test
  void aFileThatIsNotHoconNamesTheLine() {
    assertThatThrownBy(() -> parse(SMALLEST + "seed = {"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("t: ");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> Settings.load(new File("none.conf"), List.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessage("--config must name a file that is there: none.conf");
  }

  @Test
  void headersAreTheUsersOwnAndMaskedWhereShown() {
    Settings settings = parse(SMALLEST + "model.headers { X-Team = \"sesame\" }");

    assertThat(settings.config().model().headers()).containsEntry("X-Team", "sesame");
    assertThat(settings.shown()).containsEntry("model.headers.X-Team", "***");
    assertThat(settings.shown().toString()).doesNotContain("sesame");
  }

  @Test
  void knowsWhetherAnyEndpointHasLimitsOfItsOwn() {
    String more = "model.endpoints = [{ base-url = \"http://h:2/v1\", tokens-per-minute = %d }]";

    assertThat(parse(SMALLEST + more.formatted(0)).config().model().hasEndpointLimits()).isFalse();
    assertThat(parse(SMALLEST + more.formatted(9)).config().model().hasEndpointLimits()).isTrue();
    assertThat(
            parse(SMALLEST + "model.requests-per-minute = 9").config().model().hasEndpointLimits())
        .isTrue();
  }

  @Test
  void anEndpointNamesOnlyWhatItHas() {
    String endpoints = "model.endpoints = [{ base-url = \"http://h:2/v1\", api-key.env = KEY }]";

    assertThat(parse(SMALLEST + endpoints).config().model().endpoints())
        .singleElement()
        .satisfies(endpoint -> assertThat(endpoint.weight()).isEqualTo(1.0))
        .satisfies(endpoint -> assertThat(endpoint.limits()).isEqualTo(EndpointLimits.NONE))
        .satisfies(endpoint -> assertThat(endpoint.apiKey().env()).isEqualTo("KEY"));
  }

  @Test
  void nullOfTheCommandLineTakesBackWhatAFileSets() {
    String file = SMALLEST + "model.price { input = 1, cached-input = 0.5, output = 2 }";

    Settings settings = Settings.parse(file, "test", List.of("model.price.cached-input=null"));

    assertThat(settings.config().model().price())
        .isEqualTo(
            parse(SMALLEST + "model.price { input = 1, output = 2 }").config().model().price());
    assertThatThrownBy(() -> Settings.parse(SMALLEST, "test", List.of("budget=null")))
        .isInstanceOf(ConfigException.class)
        .hasMessage("budget must have a value where it is given: null");
  }

  @Test
  void aKeyHasOneSource() {
    assertThatThrownBy(() -> parse(SMALLEST + "model.api-key { env = A, file = b }"))
        .hasMessage("model.api-key must name one of env, file and credential: 2 of them");
  }

  @Test
  void groupsOfABenchmarkAreAveragesOfTheirNames() {
    Settings settings =
        parse(SMALLEST + "benchmark.groups { new = [aime, hmmt] }\nscore.average = new");

    assertThat(settings.config().benchmark().groups()).containsOnlyKeys("new");
    assertThatThrownBy(
            () -> parse(SMALLEST + "benchmark.groups { new = [aime] }\nscore.average = old"))
        .hasMessage("score.average must be one of paper | icml | full | new: \"old\"");
    assertThatThrownBy(() -> parse(SMALLEST + "benchmark.groups { full = [aime] }"))
        .hasMessage(
            "benchmark.groups.full must have another name than the averages of MWPBench: full");
    assertThatThrownBy(() -> parse(SMALLEST + "benchmark.groups { new = [MATH, MATH.Algebra] }"))
        .hasMessage(
            "benchmark.groups.new must not name a data set beside a part of it: MATH.Algebra");
  }

  @Test
  void aPrescribedFormOfAnswersIsOneThatCanBe() {
    assertThat(parse(SMALLEST + "benchmark.answer.tag = final").config().benchmark().answer().tag())
        .isEqualTo("final");
    assertThatThrownBy(() -> parse(SMALLEST + "benchmark.answer.regex = \"(\""))
        .isInstanceOf(ConfigException.class)
        .hasMessage("benchmark.answer.regex must be a regular expression: Unclosed group in (");
    assertThatThrownBy(() -> parse(SMALLEST + "benchmark.answer.tag = \"<answer>\""))
        .hasMessage("benchmark.answer.tag must be the name of a tag without brackets: <answer>");
    assertThatThrownBy(() -> parse(SMALLEST + "benchmark.answer { tag = final, box-only = true }"))
        .hasMessage(
            "benchmark.answer.tag, regex and box-only must be set one at a time: final, , true");
    assertThatThrownBy(() -> parse(SMALLEST + "benchmark.answer.datasets = [MATH]"))
        .hasMessage("benchmark.answer.datasets must stand beside a form of answers: [MATH]");
  }

  @Test
  void aModelOfAListIsLikeTheModelInAllThatItDoesNotGive() {
    Settings settings =
        parse(
            SMALLEST
                + """
                model { base-url = "http://h:1/v1", name = m, pool = p, timeout = 7s, free = true }
                model { requests-per-minute = 60, tokens-per-minute = 900 }
                model { api-key.env = KEY, headers.X = sesame, price { input = 1, cached-input = 0.5 } }
                validate.models = [
                  { name = a }
                  { name = b, price { input = 3 }, api-key.file = f, headers { Y = "open" } }
                  { name = c, base-url = "http://other:2/v1", timeout = 9s }
                ]
                """);
    ModelConfig model = settings.config().model();
    List<ModelConfig> models = settings.config().validate().models();

    assertThat(models).extracting(ModelConfig::name).containsExactly("a", "b", "c");
    assertThat(models.get(0)).usingRecursiveComparison().ignoringFields("name").isEqualTo(model);
    assertThat(models.get(1).price().cachedInput()).isEqualByComparingTo("3");
    assertThat(models.get(1).apiKey()).isEqualTo(new SecretSource("", "f", ""));
    assertThat(models.get(1).headers()).containsOnlyKeys("Y");
    assertThat(models.get(2).identity()).isEqualTo("http://other:2/v1");
    assertThat(models.get(2).apiKey().isNone()).as("no key goes to a stranger").isTrue();
    assertThat(models.get(2).headers()).isEmpty();
    assertThat(models.get(2).timeout()).isEqualTo(Duration.ofSeconds(9));
    assertThat(models.get(1).free()).isTrue();
    assertThat(models.get(1).requestsPerMinute()).isEqualTo(60);
    assertThat(models.get(2).free()).as("another service has its own price").isFalse();
    assertThat(models.get(2).price().isFree()).isTrue();
    assertThat(models.get(2).requestsPerMinute()).as("and its own limits").isZero();
    assertThat(models.get(2).tokensPerMinute()).isZero();
    assertThat(settings.shown().toString())
        .contains("model.headers.Y=***")
        .doesNotContain("open", "sesame");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{ base-url = x }] | validate.models[0].name must be set: \"\"",
        "[{ name = a }, { name = b, timeuot = 3s }] | Unknown key validate.models[1].timeuot; the nearest known key is validate.models[1].timeout",
        "[{ name = a, timeout = 3 }] | validate.models[0].timeout must be a duration with a unit (500ms, 30s, 5m): 3",
        "[a] | validate.models[0] must be a group of settings in braces: a",
        "a | validate.models must be a list: a",
        "[{ name = a }, { name = a }] | validate.models must not name the same model twice: a"
      })
  void aModelOfAListSaysWhereItIsWrong(String models, String message) {
    assertThatThrownBy(() -> parse(SMALLEST + "validate.models = " + models))
        .isInstanceOf(ConfigException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"solve", "judge"})
  void modelsThatSolveOrJudgeHaveNamesThatTellThemApart(String stage) {
    String models = SMALLEST + stage + ".models = ";
    assertThat(parse(models + "[{ name = a/b }, { name = a/c }]")).isNotNull();
    assertThatThrownBy(() -> parse(models + "[{ name = a/b }, { name = a-b, pool = x }]"))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            stage + ".models must have names that differ in letters, digits, dots or _: a-b");
  }

  @Test
  void showsEveryKeyWithItsResolvedValue() {
    assertThat(parse(SMALLEST + "seed = 7").shown())
        .containsEntry("seed", 7)
        .containsEntry("calls.max-tries", 6)
        .containsEntry("workspace", "w");
  }

  private static Settings parse(String text) {
    return Settings.parse(text, "t", List.of());
  }
}
