package io.mathscale.core.calls.stats;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ui.SparkUITab;
import scala.Function0;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.xml.Node;

/**
 * The frame that Spark's web UI puts around each of its pages.
 *
 * <p>Spark keeps {@code UIUtils.headerSparkPage} to itself, and 4.2 has added a parameter to it:
 * what comes after the tab only switches extras on, so none, or false, is right for all of them.
 */
final class PageFrame {
  private static final String NAME = "headerSparkPage";
  private static final List<Class<?>> FIRST =
      List.of(HttpServletRequest.class, String.class, Function0.class, SparkUITab.class);

  private final Method method;

  private PageFrame(Method method) {
    this.method = method;
  }

  /**
   * The frame of a Spark.
   *
   * @param utils the class that has it, {@code UIUtils}
   * @return empty where this Spark's frame takes something that is not known here
   */
  static Optional<PageFrame> of(Class<?> utils) {
    return Arrays.stream(utils.getMethods())
        .filter(method -> method.getName().equals(NAME) && isKnown(method.getParameterTypes()))
        .findFirst()
        .map(PageFrame::new);
  }

  private static boolean isKnown(Class<?>[] types) {
    List<Class<?>> all = List.of(types);
    return all.size() >= FIRST.size()
        && all.subList(0, FIRST.size()).equals(FIRST)
        && all.subList(FIRST.size(), all.size()).stream()
            .allMatch(type -> type == boolean.class || type == Option.class);
  }

  /**
   * A page of the UI.
   *
   * @param title its heading
   * @param content what it shows
   * @param tab the tab that it belongs to
   * @throws IllegalStateException if Spark cannot make it
   */
  @SuppressWarnings("unchecked")
  Seq<Node> around(HttpServletRequest request, String title, Seq<Node> content, SparkUITab tab) {
    Function0<Seq<Node>> contents = () -> content;
    Class<?>[] types = method.getParameterTypes();
    Object[] arguments = new Object[types.length];
    Arrays.setAll(arguments, i -> types[i] == boolean.class ? false : Option.empty());
    arguments[0] = request;
    arguments[1] = title;
    arguments[2] = contents;
    arguments[3] = tab;
    try {
      return (Seq<Node>) method.invoke(null, arguments);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("Spark cannot make the page \"" + title + "\"", e);
    }
  }
}
