package io.mathscale.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.mathscale.core.time.TimeSource;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The walls of the house; {@code docs/architecture.md} tells what lives behind each. */
class ArchitectureTest {
  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.mathscale.core");

  @Test
  void rowsKnowNothingButTheirEncoder() {
    check(
        classes()
            .that()
            .resideInAPackage("..core.data..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..",
                "org.apache.spark.sql",
                "..core.data..",
                "..core.encoder..",
                "..core.identity.."));
  }

  @Test
  void theModelKnowsNeitherSparkNorConfiguration() {
    check(
        noClasses()
            .that()
            .resideInAPackage("..core.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.apache..",
                "scala..",
                "com.typesafe..",
                "picocli..",
                "..core.calls..",
                "..core.config..",
                "..core.workspace..",
                "..core.command.."));
  }

  @Test
  void theContractOfTheModelKnowsNoneOfItsPackages() {
    check(
        noClasses()
            .that()
            .resideInAPackage("..core.model")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..core.model.*.."));
  }

  @Test
  void thePackagesOfTheModelKnowTheContractAndNotEachOther() {
    check(slices().matching("io.mathscale.core.model.(*)..").should().notDependOnEachOther());
  }

  @Test
  void onlyThreeClassesKnowOkHttp() {
    check(
        noClasses()
            .that()
            .haveNameNotMatching(
                ".*\\.model\\.http\\.(OkHttpChatModel|OkHttpClients|OkHttpNetwork)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "okio.."));
  }

  @Test
  void onlyTheConfigurationKnowsHocon() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("..core.config..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.typesafe.."));
  }

  @Test
  void onlyCommandsKnowTheCommandLine() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("..core.command..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli.."));
  }

  @Test
  void limitsKnowNeitherSparkNorHadoop() {
    check(
        noClasses()
            .that()
            .resideInAPackage("..core.calls.limits..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache..", "scala.."));
  }

  /** A clock may be set, forwards or back: rows are dated by it, and nothing waits by it. */
  @Test
  void onlyWhatDatesSomethingAsksWhatTimeItIs() {
    check(
        noClasses()
            .that()
            .haveNameNotMatching(
                ".*\\.(SystemTime|Journal|RunHistory|TaskCalls|EventLog|JobCommandLine)")
            .should()
            .callMethod(TimeSource.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis"));
  }

  @Test
  void theWorkspaceKnowsNothingOfCalls() {
    check(
        noClasses()
            .that()
            .resideInAPackage("..core.workspace..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..core.calls..", "..core.model..", "..core.command.."));
  }

  @Test
  void filesAreReadWithoutKnowingWhatFor() {
    check(
        noClasses()
            .that()
            .resideInAPackage("..core.source..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..core.calls..", "..core.model..", "..core.workspace.."));
  }

  @Test
  void parquetFilesAreReadWithoutSpark() {
    check(
        classes()
            .that()
            .resideInAPackage("..core.parquet..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..",
                "com.fasterxml.jackson..",
                "org.apache.hadoop..",
                "org.apache.parquet..",
                "..core.parquet.."));
  }

  @Test
  void nobodyKnowsTheCommandsThatUseThem() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("..core.command..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..core.command.."));
  }

  @Test
  void coreKnowsNoJobAndNoTeacher() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.mathscale.graph..",
                "io.mathscale.generator..",
                "io.mathscale.eval..",
                "io.mathscale.grader..",
                "io.mathscale.teacher.."));
  }

  @Test
  void packagesHaveNoCycles() {
    check(slices().matching("io.mathscale.core.(*)..").should().beFreeOfCycles());
    check(slices().matching("io.mathscale.core.(**)").should().beFreeOfCycles());
  }

  private static void check(ArchRule rule) {
    rule.check(CORE);
  }
}
