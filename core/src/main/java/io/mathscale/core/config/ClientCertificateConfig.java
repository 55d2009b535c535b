package io.mathscale.core.config;

import java.io.Serializable;

/**
 * The certificate that the model service knows us by.
 *
 * @param file PEM or PKCS12, on the driver; empty for none
 * @param keyFile PEM of its private key; empty where that stands in file
 * @param password where the password of key or file is
 */
public record ClientCertificateConfig(String file, String keyFile, SecretSource password)
    implements Serializable {
  public ClientCertificateConfig {
    Check.that(
        !file.isBlank() || keyFile.isBlank(), "key-file", "stand with file", "\"" + keyFile + "\"");
    Check.that(
        !file.isBlank() || password.isNone(), "password", "stand with file", password.describe());
  }

  /** Whether there is none. */
  public boolean isNone() {
    return file.isBlank();
  }
}
