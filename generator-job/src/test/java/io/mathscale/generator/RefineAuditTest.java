package io.mathscale.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.command.StageContext;
import io.mathscale.core.data.AuditKind;
import io.mathscale.core.data.AuditedQuestion;
import io.mathscale.core.data.Contamination;
import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.QuestionType;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.Tables;
import io.mathscale.generator.planted.BaseTexts;
import io.mathscale.generator.replies.ScriptedAnswers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@ExtendWith(SparkExtension.class)
class RefineAuditTest {
  private static final String SOLUTION = "A solution that is long enough: the answer is 1.";
  private static final int PROBLEMS = 60;
  private static final int PAIRS = 40;

  @TempDir private Path folder;

  @Test
  void measuresAndLeavesNoTraceAtAnyPartitionCount(SparkSession spark) {
    StageContext plain = run(spark, "plain", "refine.audit=0");
    StageContext audited = run(spark, "audited", "refine.audit=24");
    List<GeneratedPair> pairs = pairs(List.of());
    write(plain, pairs);
    write(audited, pairs);
    new Refine().run(plain);
    Set<AuditedQuestion> before = null;
    for (int partitions : new int[] {7, 2}) {
      spark.conf().set("spark.sql.shuffle.partitions", partitions);
      new Refine().run(audited);

      Set<AuditedQuestion> found = audit(audited);
      assertThat(before == null ? found : before).isEqualTo(found);
      before = found;
    }

    assertThat(audit(plain)).isEmpty();
    for (Table<?> table :
        List.of(
            Tables.MATHSCALEQA,
            Tables.DUPLICATES,
            Tables.CONTAMINATION,
            Tables.rejectedBy(Refine.NAME))) {
      assertThat(rows(audited, table)).isEqualTo(rows(plain, table));
    }

    assertCounted(audited, before);
  }

  @Test
  void keepsNoAuditOfOlderRows(SparkSession spark) {
    StageContext audited = run(spark, "w", "refine.audit=24");
    write(audited, pairs(List.of()));
    new Refine().run(audited);
    assertThat(audit(audited)).isNotEmpty();

    StageContext plain = run(spark, "w", "refine.audit=0");
    new Refine().run(plain);

    assertThat(audit(plain)).isEmpty();
  }

  private static void assertCounted(StageContext context, Set<AuditedQuestion> found) {
    assertThat(found).extracting(AuditedQuestion::id).doesNotHaveDuplicates();
    for (AuditKind kind : AuditKind.values()) {
      assertThat(found)
          .filteredOn(row -> row.kind() == kind)
          .as(kind.name())
          .hasSize(kind.isControl() ? 12 : 4)
          .allMatch(row -> kind.isControl() ? !row.removed() : row.foundWithAnswer())
          // Two words of a shorter question need the answer.
          .allMatch(row -> kind.isControl() != !row.method().isEmpty() || row.tokens() < 40);
    }

    SortedMap<String, Long> counts =
        context.workspace().manifest(Tables.MATHSCALEQA.name()).orElseThrow().counts();
    assertThat(counts)
        .containsEntry("audit.one_word.planted", 4L)
        .containsEntry("audit.one_word.found", 4L)
        .containsEntry("audit.numbers.found", 4L)
        .containsEntry("audit.numbers.removed", 0L)
        .containsEntry("audit.own_row.planted", 12L)
        .containsEntry("audit.own_row.removed", 0L);
  }

  /** As the audit says, so it is among the rows; and a row that equals a planted one stays. */
  @Test
  void findsOfPlantedRowsWhatTheAuditSays(SparkSession spark) {
    StageContext context = run(spark, "w", "refine.audit=60");
    write(context, pairs(List.of()));
    new Refine().run(context);
    Set<AuditedQuestion> audited = audit(context);
    List<AuditedQuestion> altered =
        audited.stream().filter(row -> !row.kind().isControl()).toList();

    write(context, pairs(altered));
    new Refine().run(context);

    Set<String> found =
        context.workspace().read(Tables.CONTAMINATION).collectAsList().stream()
            .map(Contamination::id)
            .collect(Collectors.toCollection(HashSet::new));
    Set<String> removed =
        context.workspace().read(Tables.rejectedBy(Refine.NAME)).collectAsList().stream()
            .filter(row -> row.reason().name().contains("BENCHMARK"))
            .map(row -> row.id())
            .collect(Collectors.toSet());
    assertThat(altered).hasSize(60);
    for (AuditedQuestion row : altered) {
      assertThat(found.contains(row.id())).as(row.toString()).isEqualTo(!row.method().isEmpty());
      assertThat(removed.contains(row.id())).as(row.toString()).isEqualTo(row.removed());
    }

    assertThat(audit(context))
        .filteredOn(row -> row.kind() != AuditKind.OWN_ROW)
        .containsExactlyInAnyOrderElementsOf(
            audited.stream().filter(row -> row.kind() != AuditKind.OWN_ROW).toList());
    assertThat(rows(context, Tables.MATHSCALEQA).size() + rejected(context))
        .isEqualTo(PAIRS + altered.size());
  }

  private static long rejected(StageContext context) {
    return context.workspace().rows(Tables.rejectedBy(Refine.NAME));
  }

  private static Set<AuditedQuestion> audit(StageContext context) {
    return Set.copyOf(context.workspace().read(Tables.AUDIT).collectAsList());
  }

  private static Set<String> rows(StageContext context, Table<?> table) {
    return context.workspace().read(table).toJSON().collectAsList().stream()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String question(int number) {
    return BaseTexts.written().text(number).question();
  }

  private static void write(StageContext context, List<GeneratedPair> pairs) {
    SparkSession spark = context.spark();
    context
        .workspace()
        .write(
            Tables.PAIRS,
            spark.createDataset(pairs, GeneratedPair.ENCODER),
            context.metadata(List.of()));
    List<Problem> problems =
        IntStream.range(0, PROBLEMS)
            .mapToObj(i -> new Problem("test." + i, "tal", "tal", question(i), "" + i, i))
            .toList();
    context
        .workspace()
        .write(
            Tables.BENCHMARK,
            spark.createDataset(problems, Problem.ENCODER),
            context.metadata(List.of()));
  }

  private static List<GeneratedPair> pairs(List<AuditedQuestion> planted) {
    List<GeneratedPair> pairs = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      pairs.add(pair("p" + i, question(PROBLEMS + i)));
    }

    planted.forEach(row -> pairs.add(pair(row.id(), row.question())));
    return pairs;
  }

  private static GeneratedPair pair(String id, String question) {
    return new GeneratedPair(
        id,
        "c" + id,
        0,
        List.of("t"),
        List.of("k"),
        question,
        SOLUTION,
        "",
        ScriptedAnswers.provenance(id, "generate@1"),
        "",
        QuestionType.VALUE,
        "");
  }

  private StageContext run(SparkSession spark, String name, String setting) {
    return StageContexts.in(
        folder.resolve(name),
        spark,
        setting,
        "refine.include-seeds=false",
        "refine.quality={ missing-answer = off, language = off }");
  }
}
