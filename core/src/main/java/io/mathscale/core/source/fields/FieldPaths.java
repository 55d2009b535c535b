package io.mathscale.core.source.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Iterator;

/**
 * Finds values in JSON by their path: {@code messages.1.content} is the field {@code content} of
 * the second element of {@code messages}. Elements count from 0, and from the end where they are
 * negative. The case of letters does not matter where no field is spelled exactly so; a name may
 * hold dots itself.
 */
public final class FieldPaths {
  private FieldPaths() {}

  /** The value at a path; a missing node where there is none. */
  public static JsonNode find(JsonNode value, String path) {
    if (value.isArray()) {
      return findInArray(value, path);
    }

    JsonNode direct = child(value, path);
    for (int dot = path.lastIndexOf('.'); direct.isMissingNode() && dot > 0; ) {
      JsonNode parent = child(value, path.substring(0, dot));
      direct = parent.isMissingNode() ? parent : find(parent, path.substring(dot + 1));
      dot = path.lastIndexOf('.', dot - 1);
    }

    return direct;
  }

  private static JsonNode findInArray(JsonNode array, String path) {
    int dot = path.indexOf('.');
    String index = dot < 0 ? path : path.substring(0, dot);
    if (!index.matches("-?\\d{1,9}")) {
      return MissingNode.getInstance();
    }

    int place = Integer.parseInt(index);
    JsonNode element = array.path(place < 0 ? array.size() + place : place);
    return dot < 0 ? element : find(element, path.substring(dot + 1));
  }

  private static JsonNode child(JsonNode value, String name) {
    JsonNode exact = value.path(name);
    if (!exact.isMissingNode()) {
      return exact;
    }

    for (Iterator<String> names = value.fieldNames(); names.hasNext(); ) {
      String other = names.next();
      if (other.equalsIgnoreCase(name)) {
        return value.path(other);
      }
    }

    return exact;
  }
}
