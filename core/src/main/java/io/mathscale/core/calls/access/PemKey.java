package io.mathscale.core.calls.access;

import io.mathscale.core.config.ConfigException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** The private key in a PEM file, in PKCS#8, with or without a password. */
final class PemKey {
  /** RFC 7468, sections 10 and 11; the older forms name their algorithm in the label. */
  private static final Pattern KEY =
      Pattern.compile(
          "-----BEGIN ([A-Z ]*)PRIVATE KEY-----([^-]*)-----END [A-Z ]*PRIVATE KEY-----");

  /** RFC 8018: how newer files are encrypted; which ciphers it means stands in its parameters. */
  private static final String PBES2 = "PBES2";

  /** Java reads keys that are encrypted with AES, not those with DES. */
  private static final String TO_PKCS8 = "openssl pkcs8 -topk8 -v2 aes-256-cbc -in OLD -out NEW";

  private final String setting;
  private final String file;
  private final String text;

  /**
   * A key.
   *
   * @param setting the setting that names the file, for messages
   * @param file the file
   * @param text what it holds
   */
  PemKey(String setting, String file, String text) {
    this.setting = setting;
    this.file = file;
    this.text = text;
  }

  /**
   * Reads the key.
   *
   * @param algorithm what it is for, as its certificate says
   * @param password empty for none
   * @throws ConfigException when there is none that can be read, or the password does not open it
   */
  PrivateKey read(String algorithm, String password) {
    Matcher key = KEY.matcher(text);
    if (!key.find()) {
      throw new ConfigException(
          "%s must hold a private key in PEM: %s (no BEGIN PRIVATE KEY in it)"
              .formatted(setting, file));
    }

    String label = key.group(1).strip();
    if (!label.isEmpty() && !label.equals("ENCRYPTED")) {
      throw new ConfigException(
          "%s must hold its private key in PKCS#8: %s (%s makes it)"
              .formatted(setting, file, TO_PKCS8));
    }

    try {
      byte[] bytes = Base64.getMimeDecoder().decode(key.group(2));
      PKCS8EncodedKeySpec plain =
          label.isEmpty() ? new PKCS8EncodedKeySpec(bytes) : opened(bytes, password);
      return KeyFactory.getInstance(algorithm).generatePrivate(plain);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new ConfigException(
          "%s must hold a private key that can be read: %s (%s; %s writes one that can)"
              .formatted(setting, file, e.getMessage(), TO_PKCS8),
          e);
    }
  }

  private PKCS8EncodedKeySpec opened(byte[] bytes, String password)
      throws IOException, GeneralSecurityException {
    if (password.isEmpty()) {
      throw new ConfigException(
          "model.client-certificate.password must be set: the key in %s is encrypted"
              .formatted(file));
    }

    EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(bytes);
    String cipherName =
        info.getAlgName().equals(PBES2) ? info.getAlgParameters().toString() : info.getAlgName();
    Cipher cipher = Cipher.getInstance(cipherName);
    PBEKeySpec key = new PBEKeySpec(password.toCharArray());
    try {
      cipher.init(
          Cipher.DECRYPT_MODE,
          SecretKeyFactory.getInstance(cipherName).generateSecret(key),
          info.getAlgParameters());
      return info.getKeySpec(cipher);
    } catch (GeneralSecurityException e) {
      throw new ConfigException(
          "model.client-certificate.password must open the key in %s: it does not".formatted(file),
          e);
    }
  }
}
