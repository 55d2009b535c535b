package io.mathscale.core.command;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import org.apache.spark.SparkUserAppException;

/**
 * Makes the exception that ends a Spark application with an exit code.
 *
 * <p>Its constructor takes the number alone in Spark 4.0, and a cause beside it since 4.1.
 */
final class ApplicationExit {
  private ApplicationExit() {}

  static SparkUserAppException with(ExitCode exit) {
    return with(exit, SparkUserAppException.class);
  }

  /**
   * The exception with an exit code.
   *
   * @param type the class that a Spark has for it
   * @throws IllegalStateException if its constructor takes no number
   */
  static <E extends Exception> E with(ExitCode exit, Class<E> type) {
    for (Constructor<?> constructor : type.getConstructors()) {
      Class<?>[] types = constructor.getParameterTypes();
      if (types.length > 0 && types[0] == int.class) {
        Object[] arguments = new Object[types.length];
        arguments[0] = exit.number();
        try {
          return type.cast(constructor.newInstance(arguments));
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
          throw cannotEnd(exit, e);
        }
      }
    }

    throw cannotEnd(exit, null);
  }

  private static IllegalStateException cannotEnd(ExitCode exit, Exception cause) {
    return new IllegalStateException(
        "This Spark cannot end an application with an exit code: " + exit.number(), cause);
  }
}
