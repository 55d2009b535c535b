package io.mathscale.core.command;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The arguments of spark-submit, in the form in which the launcher gives them: settings, main
 * class, jar, and what the main class is to get.
 */
final class SubmitArguments {
  private final String[] all;
  private final SortedMap<String, String> properties;
  private final String mainClass;
  private final String[] arguments;

  private SubmitArguments(
      String[] all, SortedMap<String, String> properties, String mainClass, String[] arguments) {
    this.all = all;
    this.properties = properties;
    this.mainClass = mainClass;
    this.arguments = arguments;
  }

  /** Reads {@code --conf KEY=VALUE... --class CLASS JAR ARGUMENT...}, from some place on. */
  static SubmitArguments of(String[] args, int from) {
    String[] all = Arrays.copyOfRange(args, from, args.length);
    SortedMap<String, String> properties = new TreeMap<>();
    int next = 0;
    while (all[next].equals("--conf")) {
      String[] setting = all[next + 1].split("=", 2);
      properties.put(setting[0], setting.length == 2 ? setting[1] : "");
      next += 2;
    }

    if (!all[next].equals("--class")) {
      throw new IllegalArgumentException("--class must stand before " + all[next]);
    }

    return new SubmitArguments(
        all, properties, all[next + 1], Arrays.copyOfRange(all, next + 3, all.length));
  }

  /** All of them, for spark-submit. */
  String[] all() {
    return all.clone();
  }

  /** The settings of Spark. */
  SortedMap<String, String> properties() {
    return properties;
  }

  /** What the main class is to get. */
  String[] arguments() {
    return arguments.clone();
  }

  /** The job that the main class is. */
  Job job() throws ReflectiveOperationException {
    return Class.forName(mainClass).asSubclass(Job.class).getDeclaredConstructor().newInstance();
  }
}
