package io.mathscale.core.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Walks through a state machine of AWS Step Functions, with its expressions evaluated and its tasks
 * left out.
 *
 * @see <a href="https://states-language.net/spec.html">Amazon States Language, with JSONata</a>
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">Step
 *     Functions, transforming data with JSONata</a>
 */
final class StateMachine {
  private static final Map<String, Set<String>> FIELDS =
      Map.of(
          "Pass", Set.of("Type", "Comment", "Assign", "Output", "Next", "End"),
          "Task",
              Set.of(
                  "Type",
                  "Comment",
                  "Resource",
                  "Arguments",
                  "Assign",
                  "Output",
                  "Retry",
                  "Catch",
                  "TimeoutSeconds",
                  "Next",
                  "End"));

  private static final Set<String> RETRY =
      Set.of("ErrorEquals", "IntervalSeconds", "MaxAttempts", "BackoffRate");

  private final Map<String, Object> machine;
  private final Map<String, Object> variables = new LinkedHashMap<>();

  private StateMachine(Map<String, Object> machine) {
    this.machine = machine;
  }

  /**
   * A request that a state machine makes.
   *
   * @param state name of the state
   * @param resource which service is asked for what
   * @param arguments what it is asked
   */
  record Request(String state, String resource, Map<String, Object> arguments) {}

  /** The requests that a machine of {@code conf/workflows} makes, in order. */
  static List<Request> requests(String machine, Object input) {
    return new StateMachine(json(machine)).requests(input);
  }

  /** A JSON object of the repository. */
  static Map<String, Object> json(String file) {
    try {
      return new ObjectMapper().readValue(Documents.text(file), new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new AssertionError(file + " must be JSON: " + e.getMessage(), e);
    }
  }

  private List<Request> requests(Object first) {
    assertThat(machine.keySet()).containsExactly("Comment", "QueryLanguage", "StartAt", "States");
    assertThat(machine.get("QueryLanguage")).isEqualTo("JSONata");
    Map<String, Object> states = map(machine.get("States"));
    List<Request> requests = new ArrayList<>();
    Object input = first;
    for (Object name = machine.get("StartAt"); name != null; ) {
      assertThat(states).containsKey(name.toString());
      Map<String, Object> state = map(states.remove(name.toString()));
      String type = state.get("Type").toString();
      assertThat(FIELDS.get(type)).as("%s", name).containsAll(state.keySet());
      if (type.equals("Task")) {
        Map<String, Object> arguments = map(evaluated(state.get("Arguments"), input));
        requests.add(new Request(name.toString(), state.get("Resource").toString(), arguments));
        requireRetries(state);
        input = Map.of("result", "of the service");
      }

      variables.putAll(map(evaluated(state.getOrDefault("Assign", Map.of()), input)));
      assertThat(state.containsKey("Next")).isNotEqualTo(state.containsKey("End"));
      name = state.get("Next");
    }

    assertThat(states.keySet()).as("states that are never reached").isEmpty();
    return requests;
  }

  private static void requireRetries(Map<String, Object> state) {
    for (Object retry : (List<?>) state.getOrDefault("Retry", List.of())) {
      assertThat(RETRY).containsAll(map(retry).keySet());
    }
  }

  /** A template with its expressions replaced by what they come to. */
  private Object evaluated(Object template, Object input) {
    if (template instanceof Map<?, ?> object) {
      Map<String, Object> values = new LinkedHashMap<>();
      object.forEach((key, value) -> values.put(key.toString(), evaluated(value, input)));
      return values;
    }

    if (template instanceof List<?> list) {
      return list.stream().map(item -> evaluated(item, input)).toList();
    }

    if (template instanceof String text && text.startsWith("{%")) {
      assertThat(text).endsWith("%}");
      Jsonata expression = Jsonata.jsonata(text.substring(2, text.length() - 2).strip());
      Jsonata.Frame frame = expression.createFrame();
      variables.forEach(frame::bind);
      frame.bind("states", Map.of("input", input));
      Object value = expression.evaluate(null, frame);
      assertThat(value).as(text).isNotNull();
      return value;
    }

    return template;
  }

  @SuppressWarnings("unchecked") // objects of JSON
  private static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }
}
