package io.mathscale.core.calls.access;

import io.mathscale.core.model.http.Network;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What only the service may see. Never part of a task; goes from the driver's memory to an
 * executor's.
 *
 * @param keys key of each endpoint, the first that of base-url; empty for none
 * @param headers headers of each request
 * @param networks how each endpoint is reached, the first that of base-url
 */
public record Credentials(List<String> keys, Map<String, String> headers, List<Network> networks)
    implements Serializable {
  /** Says nothing of what it holds. */
  @Override
  public String toString() {
    return "Credentials[***]";
  }
}
