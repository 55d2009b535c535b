package io.mathscale.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.StrictVerdict;
import io.mathscale.core.data.Verdict;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Tables;
import io.mathscale.eval.compare.Flip;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class CompareTest {
  @TempDir private Path folder;

  @Test
  void pairsTheModelsOfAWorkspace(SparkSession spark) throws IOException {
    StageContext context = Runs.of(spark, folder.resolve("w"), "score.cap=3");
    write(
        context,
        verdict("1", "a", StrictVerdict.RIGHT),
        verdict("2", "a", StrictVerdict.WRONG),
        verdict("3", "a", StrictVerdict.UNDECIDED),
        verdict("4", "a", StrictVerdict.RIGHT),
        verdict("1", "b", StrictVerdict.RIGHT),
        verdict("2", "b", StrictVerdict.RIGHT),
        verdict("3", "b", StrictVerdict.RIGHT));

    new Compare().run(context);

    JsonNode all = comparison(context).get(0).get("all");
    assertThat(comparison(context)).hasSize(1);
    assertThat(all.get("problems").asLong()).isEqualTo(3);
    assertThat(all.get("first").asDouble()).isEqualTo(1 / 3.0);
    assertThat(all.get("second").asDouble()).isEqualTo(1);
    assertThat(all.get("won").asLong()).isEqualTo(2);
    assertThat(all.get("lost").asLong()).isZero();
    assertThat(all.get("mcnemar").asDouble()).isEqualTo(0.5);
    assertThat(context.workspace().read(Compare.FLIPS).collectAsList())
        .extracting(Flip::first, Flip::second, Flip::id, Flip::isGain, Flip::reference)
        .containsExactlyInAnyOrder(
            tuple("a", "b", "2", true, "5"), tuple("a", "b", "3", true, "5"));
  }

  @Test
  void countsAllAnswersToAProblem(SparkSession spark) throws IOException {
    StageContext context = Runs.of(spark, folder.resolve("w"));
    write(
        context,
        verdict("1", "a", 1, StrictVerdict.RIGHT),
        verdict("1", "a", 0, StrictVerdict.WRONG),
        verdict("2", "a", 0, StrictVerdict.WRONG),
        verdict("1", "b", 0, StrictVerdict.RIGHT),
        verdict("2", "b", 0, StrictVerdict.RIGHT));

    new Compare().run(context);

    JsonNode all = comparison(context).get(0).get("all");
    assertThat(all.get("first").asDouble()).isEqualTo(0.25);
    assertThat(all.get("difference").asDouble()).isEqualTo(0.75);
    assertThat(all.get("won").asLong()).isEqualTo(2);
  }

  @Test
  void correctsForSeveralComparisons(SparkSession spark) throws IOException {
    StageContext context = Runs.of(spark, folder.resolve("w"));
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      verdicts.add(verdict("" + i, "a", StrictVerdict.RIGHT));
      verdicts.add(verdict("" + i, "b", StrictVerdict.WRONG));
      verdicts.add(verdict("" + i, "c", i < 5 ? StrictVerdict.RIGHT : StrictVerdict.WRONG));
    }

    write(context, verdicts.toArray(Verdict[]::new));

    new Compare().run(context);

    // Flips of 10, 5 and 5 one way: 2 / 2^10, 2 / 2^5 and 2 / 2^5.
    assertThat(comparison(context))
        .extracting(pair -> pair.at("/all/chance").asDouble())
        .containsExactly(0.001953125, 0.0625, 0.0625);
    assertThat(comparison(context))
        .extracting(pair -> pair.at("/all/corrected").asDouble())
        .containsExactly(3 * 0.001953125, 0.125, 0.125);
  }

  @Test
  void refusesAWorkspaceWithoutName() {
    assertThatThrownBy(() -> new Compare(List.of("")).check(null))
        .isInstanceOf(ConfigException.class)
        .hasMessage("--with must name a workspace: []");
  }

  @Test
  void pairsAModelWithItselfInAnotherWorkspace(SparkSession spark) throws IOException {
    StageContext context = Runs.of(spark, folder.resolve("w"));
    StageContext other = Runs.of(spark, folder.resolve("later"));
    write(context, verdict("1", "a", StrictVerdict.RIGHT));
    write(other, verdict("1", "a", StrictVerdict.WRONG));

    new Compare(List.of(folder.resolve("later").toString())).run(context);

    JsonNode pair = comparison(context).get(0);
    assertThat(pair.get("second").asText()).isEqualTo("a in later");
    assertThat(pair.at("/all/lost").asLong()).isEqualTo(1);
  }

  @Test
  void tellsWorkspacesOfOneNameApart(SparkSession spark) throws IOException {
    StageContext context = Runs.of(spark, folder.resolve("w"));
    write(context, verdict("1", "a", StrictVerdict.RIGHT));
    write(Runs.of(spark, folder.resolve("x/w")), verdict("1", "a", StrictVerdict.WRONG));
    write(Runs.of(spark, folder.resolve("y/w")), verdict("1", "a", StrictVerdict.RIGHT));

    new Compare(List.of(folder.resolve("x/w").toString(), folder.resolve("y/w").toString()))
        .run(context);

    assertThat(comparison(context))
        .extracting(
            pair -> pair.get("first").asText(),
            pair -> pair.get("second").asText(),
            pair -> pair.at("/all/problems").asLong(),
            pair -> pair.at("/all/lost").asLong())
        .containsExactly(
            tuple("a", "a in x/w", 1L, 1L),
            tuple("a", "a in y/w", 1L, 0L),
            tuple("a in x/w", "a in y/w", 1L, 0L));
  }

  @Test
  void refusesAWorkspaceThatIsComparedAlready(SparkSession spark) {
    StageContext context = Runs.of(spark, folder.resolve("w"));
    String other = folder.resolve("later").toString();

    assertThatThrownBy(() -> new Compare(List.of(other, other + "/")).run(context))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "--with must name each workspace once, and not that of the run: " + other + "/");
    assertThatThrownBy(() -> new Compare(List.of(folder.resolve("x/../w").toString())).run(context))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("--with must name each workspace once, and not that of the run: ");
  }

  @Test
  void needsTwoRuns(SparkSession spark) {
    StageContext context = Runs.of(spark, folder.resolve("w"));
    write(context, verdict("1", "a", StrictVerdict.RIGHT));

    assertThatThrownBy(() -> new Compare().run(context))
        .isInstanceOf(ConfigException.class)
        .hasMessage("compare needs two runs that answer the same problems: found [[a]]");
  }

  private static Verdict verdict(String id, String model, StrictVerdict strict) {
    return verdict(id, model, 0, strict);
  }

  private static Verdict verdict(String id, String model, int sample, StrictVerdict strict) {
    return new Verdict(
        id, "tal", model, sample, "4", "5", false, strict, "EXACT_NUMBER", "BOX", false);
  }

  private static void write(StageContext context, Verdict... verdicts) {
    context
        .workspace()
        .write(
            Tables.VERDICTS,
            context.spark().createDataset(List.of(verdicts), Verdict.ENCODER),
            context.metadata(List.of()));
  }

  private static JsonNode comparison(StageContext context) throws IOException {
    Path workspace = Path.of(context.workspace().root().toUri());
    return new ObjectMapper().readTree(workspace.resolve("comparison.json").toFile());
  }
}
