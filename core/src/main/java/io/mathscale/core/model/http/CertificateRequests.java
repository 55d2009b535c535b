package io.mathscale.core.model.http;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * Holds no client certificate and notes whether one was asked for. With TLS 1.3 a service that
 * wants one ends the connection later, in a way that may look like any other loss (RFC 8446,
 * section 4.4.2.4).
 */
final class CertificateRequests extends X509ExtendedKeyManager {
  private volatile boolean wasAsked;

  /** Whether a service has asked. */
  boolean wasAsked() {
    return wasAsked;
  }

  private String none() {
    wasAsked = true;
    return null;
  }

  @Override
  public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
    return none();
  }

  @Override
  public String chooseEngineClientAlias(String[] keyTypes, Principal[] issuers, SSLEngine engine) {
    return none();
  }

  @Override
  public String[] getClientAliases(String keyType, Principal[] issuers) {
    return null;
  }

  @Override
  public String[] getServerAliases(String keyType, Principal[] issuers) {
    return null;
  }

  @Override
  public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
    return null;
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return null;
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return null;
  }
}
