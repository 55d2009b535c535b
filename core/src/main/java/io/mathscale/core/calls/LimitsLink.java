package io.mathscale.core.calls;

import java.util.List;

/** The way from an executor to where the limits of a run are kept. */
interface LimitsLink {
  /** Asks leave to send requests. */
  Grant lease(List<Demand> wanted);

  /** Reports what has ended. */
  Pace settle(Settlement ended);
}
