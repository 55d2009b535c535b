package io.mathscale.graph;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rooms of the graph job, and which of them know which. */
class ArchitectureTest {
  private static final JavaClasses JOB =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.mathscale.graph");

  private static final int MOST_IN_PACKAGE = 30;

  @Test
  void packagesHaveNoCycles() {
    // Every package by itself, the root too.
    slices().matching("io.mathscale.(graph..)").should().beFreeOfCycles().check(JOB);
  }

  @Test
  void arrowsPointDown() {
    Architectures.layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("io.mathscale.graph..")
        .layer("commands")
        .definedBy("io.mathscale.graph")
        .layer("compositions")
        .definedBy("io.mathscale.graph.compositions")
        .layer("joined walks")
        .definedBy("io.mathscale.graph.walks.joined")
        .layer("walks")
        .definedBy("io.mathscale.graph.walks")
        .layer("examples")
        .definedBy("io.mathscale.graph.examples")
        .layer("network")
        .definedBy("io.mathscale.graph.network")
        .layer("concepts")
        .definedBy("io.mathscale.graph.concepts")
        .layer("imported")
        .definedBy("io.mathscale.graph.imported")
        .whereLayer("commands")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("compositions")
        .mayOnlyBeAccessedByLayers("commands")
        .whereLayer("joined walks")
        .mayOnlyBeAccessedByLayers("commands")
        .whereLayer("imported")
        .mayOnlyBeAccessedByLayers("commands")
        .whereLayer("walks")
        .mayOnlyBeAccessedByLayers("commands", "compositions", "joined walks")
        .whereLayer("examples")
        .mayOnlyBeAccessedByLayers("commands", "compositions")
        .whereLayer("network")
        .mayOnlyBeAccessedByLayers("commands", "compositions", "joined walks", "walks", "examples")
        .whereLayer("concepts")
        .mayOnlyBeAccessedByLayers("commands", "network", "examples")
        .check(JOB);
  }

  @Test
  void noPackageIsCrowded() {
    Map<String, List<String>> byPackage =
        JOB.stream()
            .filter(each -> each.isTopLevelClass() && !each.getSimpleName().equals("package-info"))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getPackageName,
                    Collectors.mapping(JavaClass::getSimpleName, Collectors.toList())));

    assertThat(byPackage)
        .allSatisfy(
            (name, types) -> assertThat(types).as(name).hasSizeLessThan(MOST_IN_PACKAGE + 1));
  }

  @Test
  void onlyConceptGraphKnowsGraphX() {
    noClasses()
        .that(isNot("io.mathscale.graph.ConceptGraph"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.spark.graphx..")
        .check(JOB);
  }

  @Test
  void knowsNoOtherJobAndNotTheTeacher() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.mathscale.generator..", "io.mathscale.eval..", "io.mathscale.teacher..")
        .check(JOB);
  }

  private static DescribedPredicate<JavaClass> isNot(String name) {
    return DescribedPredicate.describe(
        "are not " + name, type -> !type.getName().split("\\$")[0].equals(name));
  }
}
