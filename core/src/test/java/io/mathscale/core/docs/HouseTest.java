package io.mathscale.core.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** A house that stays easy to live in: small rooms, each name once, javadoc on what is public. */
class HouseTest {
  private static final int MOST_CLASSES_A_ROOM = 30;

  /** Rooms of many alike: the records of tables, and the teacher's families of problems. */
  private static final List<String> ROOMS_OF_MANY =
      List.of("core/src/main/java/io/mathscale/core/data", "teacher/families");

  @Test
  void noRoomHoldsMoreClassesThanCanBeOverlooked() {
    Map<String, Long> crowded =
        rooms().entrySet().stream()
            .filter(room -> ROOMS_OF_MANY.stream().noneMatch(room.getKey()::endsWith))
            .filter(room -> room.getValue() > MOST_CLASSES_A_ROOM)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    assertThat(crowded).isEmpty();
  }

  @Test
  void everyRoomTellsWhatItIsFor() {
    List<String> silent =
        rooms().keySet().stream()
            .filter(room -> !Files.exists(Documents.path(room).resolve("package-info.java")))
            .toList();

    assertThat(silent).isEmpty();
  }

  @Test
  void noSimpleNameStandsTwice() {
    Map<String, List<Path>> byName =
        classes().stream().collect(Collectors.groupingBy(file -> file.getFileName().toString()));
    List<List<Path>> twice = byName.values().stream().filter(files -> files.size() > 1).toList();

    assertThat(twice).isEmpty();
  }

  @Test
  void whatIsPublicHasJavadoc() {
    assertThat(Undocumented.in(Documents.sources())).isEmpty();
  }

  /** How many classes stand in each folder of main sources. */
  private static Map<String, Long> rooms() {
    return classes().stream()
        .collect(
            Collectors.groupingBy(
                file -> Documents.path("").relativize(file.getParent()).toString(),
                TreeMap::new,
                Collectors.counting()));
  }

  private static List<Path> classes() {
    return Documents.sources().stream()
        .filter(file -> !file.endsWith("package-info.java"))
        .toList();
  }

  /** Finds public types, members and record components without javadoc. */
  private static final class Undocumented extends TreePathScanner<Void, DocTrees> {
    private final List<String> found = new ArrayList<>();

    static List<String> in(List<Path> sources) {
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      Undocumented undocumented = new Undocumented();
      try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
        JavacTask task =
            (JavacTask)
                compiler.getTask(
                    null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
        DocTrees docs = DocTrees.instance(task);
        for (CompilationUnitTree unit : task.parse()) {
          undocumented.scan(unit, docs);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read the sources", e);
      }

      return undocumented.found;
    }

    @Override
    public Void visitClass(ClassTree type, DocTrees docs) {
      if (isPublic(type.getModifiers()) || isMemberOfInterface()) {
        require(type.getSimpleName().toString(), docs);
        if (type.getKind() == Tree.Kind.RECORD) {
          requireParams(type, docs);
        }

        // What stands in a type that is not public is nobody's to read.
        return super.visitClass(type, docs);
      }

      return null;
    }

    private void requireParams(ClassTree type, DocTrees docs) {
      String doc = String.valueOf(docs.getDocComment(getCurrentPath()));
      for (Tree member : type.getMembers()) {
        if (member instanceof VariableTree component
            && !component.getModifiers().getFlags().contains(Modifier.STATIC)
            && !doc.contains("@param " + component.getName())) {
          found.add(place(type.getSimpleName() + " @param " + component.getName()));
        }
      }
    }

    @Override
    public Void visitMethod(MethodTree method, DocTrees docs) {
      boolean isOverride =
          method.getModifiers().getAnnotations().stream()
              .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
      if (!isOverride
          && !isCompactConstructor(method)
          && (isPublic(method.getModifiers()) || isMemberOfInterface())) {
        require(method.getName().toString(), docs);
      }

      return null;
    }

    /** A record's compact constructor, whose parameters the record's javadoc tells. */
    private boolean isCompactConstructor(MethodTree method) {
      return method.getName().contentEquals("<init>")
          && getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD
          && method.getParameters().stream().allMatch(p -> isOfRecord(p.getName().toString()));
    }

    private boolean isOfRecord(String parameter) {
      ClassTree record = (ClassTree) getCurrentPath().getParentPath().getLeaf();
      return record.getMembers().stream()
          .anyMatch(m -> m instanceof VariableTree v && v.getName().contentEquals(parameter));
    }

    private boolean isMemberOfInterface() {
      TreePath outer = getCurrentPath().getParentPath();
      return outer != null && outer.getLeaf().getKind() == Tree.Kind.INTERFACE;
    }

    private static boolean isPublic(ModifiersTree modifiers) {
      return modifiers.getFlags().contains(Modifier.PUBLIC);
    }

    private void require(String name, DocTrees docs) {
      if (docs.getDocComment(getCurrentPath()) == null) {
        found.add(place(name));
      }
    }

    private String place(String name) {
      Path file = Path.of(getCurrentPath().getCompilationUnit().getSourceFile().toUri());
      return Documents.path("").relativize(file) + ": " + name;
    }
  }
}
