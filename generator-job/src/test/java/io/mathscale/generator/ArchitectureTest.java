package io.mathscale.generator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The walls of this job; {@code docs/architecture.md} tells what lives behind each. */
class ArchitectureTest {
  /** A package with more classes is hard to find one's way in. */
  private static final long MAX_CLASSES = 30;

  private static final JavaClasses GENERATOR =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.mathscale.generator");

  @Test
  void stagesUseTheRoomsAndNoRoomUsesAnother() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("stages")
        .definedBy("io.mathscale.generator")
        .layer("seeds")
        .definedBy("..generator.seeds..")
        .layer("prompts")
        .definedBy("..generator.prompts..")
        .layer("replies")
        .definedBy("..generator.replies..")
        .layer("refine")
        .definedBy("..generator.refine..")
        .layer("quality")
        .definedBy("..generator.quality..")
        .layer("arithmetic")
        .definedBy("..generator.arithmetic..")
        .layer("near")
        .definedBy("..generator.near..")
        .layer("rounds")
        .definedBy("..generator.rounds..")
        .layer("export")
        .definedBy("..generator.export..")
        .whereLayer("stages")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("seeds")
        .mayOnlyBeAccessedByLayers("stages")
        .whereLayer("prompts")
        .mayOnlyBeAccessedByLayers("stages")
        .whereLayer("replies")
        .mayOnlyBeAccessedByLayers("stages")
        .whereLayer("refine")
        .mayOnlyBeAccessedByLayers("stages")
        .whereLayer("quality")
        .mayOnlyBeAccessedByLayers("stages", "refine")
        .whereLayer("arithmetic")
        .mayOnlyBeAccessedByLayers("quality")
        .whereLayer("near")
        .mayOnlyBeAccessedByLayers("stages", "refine")
        .whereLayer("rounds")
        .mayOnlyBeAccessedByLayers("stages", "refine")
        .whereLayer("export")
        .mayOnlyBeAccessedByLayers("stages")
        .check(GENERATOR);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.mathscale.generator.(*)..").should().beFreeOfCycles().check(GENERATOR);
  }

  @Test
  void packagesAreSmall() {
    Map<String, Long> sizes =
        GENERATOR.stream()
            .filter(JavaClass::isTopLevelClass)
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

    assertThat(sizes).hasSizeGreaterThan(5);
    assertThat(sizes)
        .allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(MAX_CLASSES));
  }

  @Test
  void theJobKnowsNoOtherJobAndNoTeacher() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.mathscale.graph..", "io.mathscale.eval..", "io.mathscale.teacher..")
        .check(GENERATOR);
  }

  @Test
  void theGraderIsKnownByItsRootAlone() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.mathscale.grader.*..")
        .check(GENERATOR);
  }

  @Test
  void onlyStagesKnowTheEngineAndTheCommandLine() {
    noClasses()
        .that()
        .resideInAPackage("io.mathscale.generator.*..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.mathscale.core.calls..", "io.mathscale.core.command..", "picocli..")
        .check(GENERATOR);
  }
}
