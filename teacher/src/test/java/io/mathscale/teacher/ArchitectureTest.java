package io.mathscale.teacher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rooms of the teacher; {@code docs/architecture.md} tells what lives in each. */
class ArchitectureTest {
  private static final int MAX_CLASSES = 30;
  private static final JavaClasses TEACHER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.mathscale.teacher");

  @Test
  void packagesHaveNoCycles() {
    slices().matching("(io.mathscale.teacher..)").should().beFreeOfCycles().check(TEACHER);
  }

  @Test
  void theServerKnowsNoFamilies() {
    noClasses()
        .that()
        .resideInAnyPackage("io.mathscale.teacher", "..teacher.server..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..teacher.families..")
        .check(TEACHER);
  }

  @Test
  void knowsNoOtherModule() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.mathscale.core..",
            "io.mathscale.graph..",
            "io.mathscale.generator..",
            "io.mathscale.eval..",
            "io.mathscale.grader..")
        .check(TEACHER);
  }

  @Test
  void noPackageIsLarge() {
    Map<String, Long> classes =
        TEACHER.stream()
            .filter(JavaClass::isTopLevelClass)
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

    assertThat(classes).isNotEmpty();
    assertThat(classes.values()).allMatch(size -> size <= MAX_CLASSES);
  }
}
