package io.mathscale.core.calls.outage;

import java.io.Serializable;

/**
 * What an executor has seen of the model service since its last report, and how many of its calls
 * are held up now.
 *
 * @param isAnswered whether the service has answered, even if only to reject one request
 * @param isLimited whether the service has said that we ask too much, in a minute or in a day
 * @param isThere whether the service has shown that it is there, apart from any call
 * @param failures requests that ended as those to a service that is away do
 * @param misdirections requests that something else answered: 404, a redirect, a web page
 * @param unreachables requests that found no such host, or a certificate that is not trusted
 * @param stuck calls whose last try failed in one of these three ways
 * @param misdirected those of them that something else answered
 * @param limited calls whose last try was too much
 * @param waiting calls that wait for leave to be made
 * @param underWay requests that are sent and have not ended
 * @param trouble what the last such failure said; empty if there was none
 */
public record ServiceReport(
    boolean isAnswered,
    boolean isLimited,
    boolean isThere,
    long failures,
    long misdirections,
    long unreachables,
    long stuck,
    long misdirected,
    long limited,
    long waiting,
    long underWay,
    String trouble)
    implements Serializable {
  /** Nothing was seen. */
  public static final ServiceReport NONE =
      new ServiceReport(false, false, false, 0, 0, 0, 0, 0, 0, 0, 0, "");
}
