package io.mathscale.eval.compare;

import java.util.List;
import org.apache.hadoop.fs.Path;

/** What workspaces are called where runs of several are compared. */
public final class WorkspaceNames {
  private WorkspaceNames() {}

  /**
   * The shortest end of each path that is the end of no other, and the whole address where there is
   * none.
   *
   * @param roots the folders of the workspaces, all different
   */
  public static List<String> of(List<Path> roots) {
    return roots.stream().map(root -> name(root, roots)).toList();
  }

  private static String name(Path root, List<Path> all) {
    String name = root.getName();
    Path parent = root.getParent();
    while (isShared(name, all)) {
      if (parent == null || parent.isRoot()) {
        return root.toString();
      }

      name = parent.getName() + Path.SEPARATOR + name;
      parent = parent.getParent();
    }

    return name;
  }

  private static boolean isShared(String name, List<Path> all) {
    String end = Path.SEPARATOR + name;
    return all.stream().filter(path -> path.toUri().getPath().endsWith(end)).count() > 1;
  }
}
