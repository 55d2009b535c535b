package io.mathscale.grader;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packages of the grader: which there are, how large, and which may know which. */
class ArchitectureTest {
  private static final String ROOT = "io.mathscale.grader";
  private static final String VERDICT = ROOT + ".verdict";

  /** From the top down: a package may depend on those after it. */
  private static final List<String> PACKAGES =
      Stream.of(
              "",
              ".mwpbench",
              ".extract",
              ".choices",
              ".compare",
              ".normalize",
              ".parse",
              ".arithmetic",
              ".text",
              ".expression",
              ".limits",
              ".verdict")
          .map(name -> ROOT + name)
          .toList();

  private static final int MOST_CLASSES = 30;

  private static final JavaClasses GRADER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(new ImportOption.DoNotIncludePackageInfos())
          .importPackages(ROOT);

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    assertThat(classesByPackage().keySet()).containsExactlyInAnyOrderElementsOf(PACKAGES);
  }

  @Test
  void packagesStaySmall() {
    assertThat(classesByPackage().values())
        .allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(MOST_CLASSES));
  }

  @Test
  void arrowsPointDown() {
    for (int i = 1; i < PACKAGES.size(); i++) {
      check(
          noClasses()
              .that()
              .resideInAPackage(PACKAGES.get(i))
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(PACKAGES.subList(0, i).toArray(String[]::new)));
    }
  }

  @Test
  void packagesHaveNoCycles() {
    check(slices().matching("io.mathscale.(**)").should().beFreeOfCycles());
  }

  @Test
  void dependsOnJavaAlone() {
    check(classes().should().onlyDependOnClassesThat().resideInAnyPackage("java..", ROOT + ".."));
  }

  @Test
  void onlyPublicTypesStandAtTheRoot() {
    check(classes().that().resideInAPackage(ROOT).and().areTopLevelClasses().should().bePublic());
  }

  @Test
  void publicMethodsOfTheLibraryShowNoInnerType() {
    DescribedPredicate<JavaClass> open =
        describe(
            "open to users",
            type ->
                type.isPrimitive()
                    || type.getPackageName().startsWith("java.")
                    || type.getPackageName().equals(ROOT)
                    || type.getPackageName().equals(VERDICT));

    check(
        methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(ROOT, VERDICT)
            .and()
            .arePublic()
            .should()
            .haveRawReturnType(open));
    check(
        methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(ROOT, VERDICT)
            .and()
            .arePublic()
            .should()
            .haveRawParameterTypes(
                describe("open to users", types -> types.stream().allMatch(open))));
  }

  private static Map<String, Long> classesByPackage() {
    return GRADER.stream()
        .filter(JavaClass::isTopLevelClass)
        .collect(
            Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
  }

  private static void check(ArchRule rule) {
    rule.check(GRADER);
  }
}
