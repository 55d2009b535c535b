package io.mathscale.core.model.http;

import java.io.Serializable;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A client certificate: what we show to services that ask who we are.
 *
 * @param key its private key; null where there is none
 * @param chain the certificate, and those of the authorities between it and one that the service
 *     knows
 */
public record ClientIdentity(PrivateKey key, List<X509Certificate> chain) implements Serializable {
  /** No certificate. */
  public static final ClientIdentity NONE = new ClientIdentity(null, List.of());

  /**
   * Copies the chain.
   *
   * @throws IllegalArgumentException if only one of key and certificate is there
   */
  public ClientIdentity {
    chain = List.copyOf(chain);
    if ((key == null) != chain.isEmpty()) {
      throw new IllegalArgumentException("key and chain must both be there or not");
    }
  }

  /** Whether there is a certificate. */
  public boolean exists() {
    return key != null;
  }

  /** Says nothing of what it holds. */
  @Override
  public String toString() {
    return exists() ? "ClientIdentity[***]" : "ClientIdentity[none]";
  }
}
