package io.mathscale.eval;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.mathscale.core.command.JobCommand;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The walls of this job; {@code docs/architecture.md} tells what lives behind each. */
class ArchitectureTest {
  private static final int MOST_CLASSES = 30;

  private static final JavaClasses EVAL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.mathscale.eval");

  @Test
  void everyPackageKnowsThoseBelowItAlone() {
    check(
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("commands")
            .definedBy("io.mathscale.eval")
            .layer("prepare")
            .definedBy("..eval.prepare..")
            .layer("infer")
            .definedBy("..eval.infer..")
            .layer("judge")
            .definedBy("..eval.judge..")
            .layer("report")
            .definedBy("..eval.report..")
            .layer("harness")
            .definedBy("..eval.harness..")
            .layer("serve")
            .definedBy("..eval.serve..")
            .layer("compare")
            .definedBy("..eval.compare..")
            .layer("score")
            .definedBy("..eval.score..")
            .layer("grading")
            .definedBy("..eval.grading..")
            .layer("metrics")
            .definedBy("..eval.metrics..")
            .whereLayer("commands")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("prepare")
            .mayOnlyBeAccessedByLayers("commands")
            .whereLayer("infer")
            .mayOnlyBeAccessedByLayers("commands")
            .whereLayer("judge")
            .mayOnlyBeAccessedByLayers("commands")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("commands")
            .whereLayer("harness")
            .mayOnlyBeAccessedByLayers("commands")
            .whereLayer("serve")
            .mayOnlyBeAccessedByLayers("commands")
            .whereLayer("compare")
            .mayOnlyBeAccessedByLayers("commands", "report")
            .whereLayer("score")
            .mayOnlyBeAccessedByLayers("commands", "report", "harness", "compare", "judge")
            .whereLayer("grading")
            .mayOnlyBeAccessedByLayers("commands", "score")
            .whereLayer("metrics")
            .mayOnlyBeAccessedByLayers(
                "commands", "report", "compare", "score", "prepare", "grading"));
  }

  @Test
  void packagesHaveNoCycles() {
    check(slices().matching("io.mathscale.eval.(*)..").should().beFreeOfCycles());
  }

  @Test
  void packagesStaySmall() {
    Map<String, Long> sizes =
        EVAL.stream()
            .filter(JavaClass::isTopLevelClass)
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

    assertThat(sizes).hasSizeGreaterThan(7);
    assertThat(sizes)
        .allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(MOST_CLASSES));
  }

  @Test
  void commandsStandInTheRoot() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("io.mathscale.eval")
            .should()
            .beAssignableTo(JobCommand.class));
  }

  @Test
  void metricsKnowNoSpark() {
    check(
        noClasses()
            .that()
            .resideInAPackage("..eval.metrics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala.."));
  }

  @Test
  void gradingNeedsNoSpark() {
    check(
        noClasses()
            .that()
            .resideInAPackage("..eval.grading..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "scala.."));
  }

  @Test
  void nobodyKnowsAnotherJobOrTheTeacher() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.mathscale.graph..", "io.mathscale.generator..", "io.mathscale.teacher.."));
  }

  @Test
  void gradersAreKnownByTheirPublicTypesAlone() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat(
                resideInAPackage("io.mathscale.grader.*..")
                    .and(not(resideInAPackage("io.mathscale.grader.verdict")))));
  }

  private static void check(ArchRule rule) {
    rule.check(EVAL);
  }
}
