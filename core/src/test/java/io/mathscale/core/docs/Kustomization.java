package io.mathscale.core.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Puts values into resources of Kubernetes as {@code kubectl kustomize} does, as far as {@code
 * conf/workflows} needs it. A value takes the type of the place that it comes to.
 *
 * @see <a
 *     href="https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/replacements/">Kustomize,
 *     replacements</a>
 */
final class Kustomization {
  /** A name between dots, or between brackets where it has dots itself. */
  private static final Pattern STEP = Pattern.compile("\\[([^]]+)]|([^.\\[\\]]+)");

  private Kustomization() {}

  /** The resources of a folder, but for those that stay out of the cluster. */
  static List<Map<String, Object>> built(String folder) {
    Map<String, Object> kustomization =
        documents(Documents.text(folder + "/kustomization.yaml")).get(0);
    assertThat(kustomization.get("kind")).isEqualTo("Kustomization");
    assertThat(kustomization.keySet())
        .containsExactlyInAnyOrder("apiVersion", "kind", "resources", "replacements");
    List<Map<String, Object>> resources = new ArrayList<>();
    for (Object file : (List<?>) kustomization.get("resources")) {
      resources.addAll(documents(Documents.text(folder + "/" + file)));
    }

    for (Object replacement : (List<?>) kustomization.get("replacements")) {
      replace(resources, map(replacement));
    }

    return resources.stream().filter(resource -> !isLocal(resource)).toList();
  }

  /** The names of the values that replacements take. */
  static Set<String> sources(String folder) {
    Set<String> sources = new TreeSet<>();
    Map<String, Object> kustomization =
        documents(Documents.text(folder + "/kustomization.yaml")).get(0);
    for (Object replacement : (List<?>) kustomization.get("replacements")) {
      sources.add(map(map(replacement).get("source")).get("fieldPath").toString());
    }

    return sources;
  }

  static List<Map<String, Object>> documents(String text) {
    List<Map<String, Object>> documents = new ArrayList<>();
    new Yaml(new SafeConstructor(new LoaderOptions()))
        .loadAll(text)
        .forEach(document -> documents.add(map(document)));
    return documents;
  }

  private static void replace(List<Map<String, Object>> resources, Map<String, Object> rule) {
    Map<String, Object> from = map(rule.get("source"));
    Map<String, Object> source = selected(resources, from).get(0);
    String fieldPath = from.get("fieldPath").toString();
    Object value = at(source, steps(fieldPath));
    for (Object target : (List<?>) rule.get("targets")) {
      Map<String, Object> chosen = map(map(target).get("select"));
      for (Map<String, Object> resource : selected(resources, chosen)) {
        for (Object path : (List<?>) map(target).get("fieldPaths")) {
          put(resource, steps(path.toString()), value);
        }
      }
    }
  }

  private static List<Map<String, Object>> selected(
      List<Map<String, Object>> resources, Map<String, Object> by) {
    List<Map<String, Object>> selected =
        resources.stream()
            .filter(resource -> resource.get("kind").equals(by.get("kind")))
            .filter(
                resource ->
                    !by.containsKey("name")
                        || map(resource.get("metadata")).get("name").equals(by.get("name")))
            .toList();
    assertThat(selected).as("resources that are %s", by).isNotEmpty();
    return selected;
  }

  private static boolean isLocal(Map<String, Object> resource) {
    Object annotations = map(resource.get("metadata")).get("annotations");
    return annotations != null
        && "true".equals(map(annotations).get("config.kubernetes.io/local-config"));
  }

  private static List<String> steps(String path) {
    return STEP.matcher(path).results().map(Kustomization::step).toList();
  }

  private static String step(MatchResult found) {
    return found.group(1) == null ? found.group(2) : found.group(1);
  }

  private static Object at(Object node, List<String> steps) {
    Object found = node;
    for (String step : steps) {
      found = found instanceof List<?> list ? list.get(Integer.parseInt(step)) : in(found, step);
    }

    return found;
  }

  private static Object in(Object object, String key) {
    assertThat(map(object)).containsKey(key);
    return map(object).get(key);
  }

  @SuppressWarnings("unchecked") // lists of YAML
  private static void put(Map<String, Object> resource, List<String> steps, Object value) {
    Object before = at(resource, steps);
    Object typed = before instanceof Integer ? (Object) Integer.valueOf(value.toString()) : value;
    Object parent = at(resource, steps.subList(0, steps.size() - 1));
    String last = steps.get(steps.size() - 1);
    if (parent instanceof List<?> list) {
      ((List<Object>) list).set(Integer.parseInt(last), typed);
    } else {
      map(parent).put(last, typed);
    }
  }

  @SuppressWarnings("unchecked") // objects of YAML
  private static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }
}
