package io.mathscale.core.calls.outage;

import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.ModelMisdirectedException;
import io.mathscale.core.model.ModelRefusedException;
import io.mathscale.core.model.ModelUnavailableException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Set;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What the end of a request says about the model service. */
enum Sign {
  /** It is there and answers. */
  ANSWER,
  /** It is there, and we ask too much. */
  LIMIT,
  /** The allowance of the day is used up. */
  QUOTA,
  /** It may be away. */
  AWAY,
  /** There is no such host, or it is not the one that it should be. */
  UNREACHABLE,
  /** Something else answers. */
  MISDIRECTED,
  /** Nothing that {@link OutageWatch} decides on. */
  NONE;

  /** A server, or a proxy before it, says by these that it is away, whatever is asked. */
  private static final Set<Integer> AWAY_STATUSES = Set.of(502, 503, 504, 529);

  /** Causes are not looked for further down, in case they run in a circle. */
  private static final int DEEPEST_CAUSE = 20;

  private static final int OK = 200;
  private static final int OK_END = 300;

  /** What a failure says. */
  static Sign of(ModelException failure) {
    if (failure instanceof ModelMisdirectedException) {
      return MISDIRECTED;
    } else if (failure instanceof ModelRefusedException) {
      return failure.failureCause() == FailureCause.NO_QUOTA ? QUOTA : NONE;
    } else if (failure instanceof ModelUnavailableException) {
      return ofUnavailable(failure);
    }

    // The cause of a call that was broken off by us.
    return failure.failureCause() == FailureCause.CONNECTION ? NONE : ANSWER;
  }

  private static Sign ofUnavailable(ModelException failure) {
    return switch (failure.failureCause()) {
      case RATE_LIMITED -> LIMIT;
      case CONFLICT -> ANSWER;
      default -> {
        if (failure.status() >= OK && failure.status() < OK_END) {
          yield ANSWER;
        }

        yield isUnreachable(failure) ? UNREACHABLE : AWAY;
      }
    };
  }

  private static boolean isUnreachable(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      if (cause instanceof UnknownHostException
          || cause instanceof CertificateException
          || cause instanceof SSLPeerUnverifiedException) {
        return true;
      }

      cause = cause.getCause();
    }

    return false;
  }

  /** Whether a call may have to blame itself for a failure, by its status. */
  static boolean mayBlameTheCall(ModelException failure) {
    return !AWAY_STATUSES.contains(failure.status());
  }

  /** Whether a call that ended so is stuck until the service is back. */
  boolean isStuck() {
    return this == AWAY || this == UNREACHABLE || this == MISDIRECTED || this == QUOTA;
  }
}
