package io.mathscale.core.calls.access;

import static java.util.stream.Collectors.joining;

import io.mathscale.core.config.ConfigException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads certificates from files of this machine. */
final class CertificateFiles {
  /** RFC 7468, section 5. */
  private static final Pattern CERTIFICATE =
      Pattern.compile(
          "-----BEGIN (?:X509 )?CERTIFICATE-----[^-]*-----END (?:X509 )?CERTIFICATE-----");

  private CertificateFiles() {}

  /**
   * The certificates in a file.
   *
   * @param setting the setting that names the file, for messages
   * @throws ConfigException when it cannot be read or holds none
   */
  static List<X509Certificate> authorities(String setting, String file) {
    return certificates(setting, file, bytes(setting, file));
  }

  /** What a file holds. */
  static byte[] bytes(String setting, String file) {
    String problem;
    try {
      Path path = Path.of(file);
      if (!Files.isDirectory(path)) {
        return Files.readAllBytes(path);
      }

      problem = "it is a folder";
    } catch (NoSuchFileException e) {
      problem = "there is none";
    } catch (IOException | InvalidPathException e) {
      problem = e.toString();
    }

    throw new ConfigException(
        "%s must be a file that can be read: %s (%s)".formatted(setting, file, problem));
  }

  /** The certificates in the content of a file, in its order. */
  static List<X509Certificate> certificates(String setting, String file, byte[] content) {
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (Certificate one : factory.generateCertificates(certificatesAlone(content))) {
        certificates.add((X509Certificate) one);
      }
    } catch (CertificateException e) {
      throw new ConfigException(
          "%s must hold certificates in PEM: %s (%s)".formatted(setting, file, e.getMessage()), e);
    }

    if (certificates.isEmpty()) {
      throw new ConfigException(
          "%s must hold certificates in PEM: %s (no BEGIN CERTIFICATE in it)"
              .formatted(setting, file));
    }

    return certificates;
  }

  /** Without the keys and comments that may stand between them; what is not PEM stays as it is. */
  private static InputStream certificatesAlone(byte[] content) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    String certificates =
        CERTIFICATE.matcher(text).results().map(MatchResult::group).collect(joining("\n"));
    return new ByteArrayInputStream(
        text.contains("-----BEGIN ")
            ? certificates.getBytes(StandardCharsets.ISO_8859_1)
            : content);
  }
}
