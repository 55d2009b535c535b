package io.mathscale.core.calls.access;

import io.mathscale.core.config.ClientCertificateConfig;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.model.http.ClientIdentity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads a client certificate with its private key, from PEM or PKCS12 files. */
final class ClientCertificateReader {
  private static final String PEM = "-----BEGIN ";

  private final String setting;

  /**
   * A reader.
   *
   * @param setting the group of settings that names the files, for messages
   */
  ClientCertificateReader(String setting) {
    this.setting = setting;
  }

  /**
   * The certificate.
   *
   * @param password the password of the key or the PKCS12 file; empty for none
   * @throws ConfigException when a file cannot be read, is not what it must be, is not opened by
   *     the password, or holds a certificate that is not valid now
   */
  ClientIdentity read(ClientCertificateConfig config, String password) {
    byte[] content = CertificateFiles.bytes(setting + ".file", config.file());
    boolean isPem = new String(content, StandardCharsets.ISO_8859_1).contains(PEM);
    if (!isPem && !config.keyFile().isBlank()) {
      throw new ConfigException(
          "%s.file must be PEM where key-file is set: %s".formatted(setting, config.file()));
    }

    ClientIdentity identity =
        isPem ? ofPem(config, content, password) : ofPkcs12(config.file(), content, password);
    X509Certificate own = identity.chain().get(0);
    try {
      own.checkValidity();
    } catch (GeneralSecurityException e) {
      throw new ConfigException(
          "%s.file must hold a certificate that is valid now: %s (valid from %s to %s)"
              .formatted(
                  setting,
                  config.file(),
                  own.getNotBefore().toInstant(),
                  own.getNotAfter().toInstant()),
          e);
    }

    if (!belongTogether(identity.key(), own)) {
      throw new ConfigException(
          "%s must name a certificate and the key of it: the first certificate of %s (%s) is of another key"
              .formatted(setting, config.file(), own.getSubjectX500Principal()));
    }

    return identity;
  }

  private ClientIdentity ofPem(ClientCertificateConfig config, byte[] content, String password) {
    List<X509Certificate> chain =
        CertificateFiles.certificates(setting + ".file", config.file(), content);
    boolean isApart = !config.keyFile().isBlank();
    String keySetting = setting + (isApart ? ".key-file" : ".file");
    String keyFile = isApart ? config.keyFile() : config.file();
    byte[] keyContent = isApart ? CertificateFiles.bytes(keySetting, keyFile) : content;
    PrivateKey key =
        new PemKey(keySetting, keyFile, new String(keyContent, StandardCharsets.ISO_8859_1))
            .read(chain.get(0).getPublicKey().getAlgorithm(), password);
    return new ClientIdentity(key, chain);
  }

  private ClientIdentity ofPkcs12(String file, byte[] content, String password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(content), password.toCharArray());
      List<String> keys = new ArrayList<>();
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)) {
          keys.add(alias);
        }
      }

      if (keys.size() != 1) {
        throw new ConfigException(
            "%s.file must hold one private key with its certificate: %s holds %d"
                .formatted(setting, file, keys.size()));
      }

      List<X509Certificate> chain = new ArrayList<>();
      for (Certificate one : store.getCertificateChain(keys.get(0))) {
        chain.add((X509Certificate) one);
      }

      return new ClientIdentity(
          (PrivateKey) store.getKey(keys.get(0), password.toCharArray()), chain);
    } catch (IOException | GeneralSecurityException e) {
      boolean isPassword =
          e instanceof UnrecoverableKeyException
              || e.getCause() instanceof UnrecoverableKeyException;
      throw new ConfigException(
          isPassword
              ? "%s.password must open %s: it does not".formatted(setting, file)
              : "%s.file must be PEM or PKCS12: %s (%s)".formatted(setting, file, e.getMessage()),
          e);
    }
  }

  /** Whether what the key signs is taken for signed by the certificate's owner. */
  private static boolean belongTogether(PrivateKey key, X509Certificate certificate) {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> key.getAlgorithm();
        };
    byte[] text = "mathscale".getBytes(StandardCharsets.UTF_8);
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(text);
      byte[] signed = signature.sign();
      signature.initVerify(certificate.getPublicKey());
      signature.update(text);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
