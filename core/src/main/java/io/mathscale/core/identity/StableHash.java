package io.mathscale.core.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes of content: the same value at any partition count, after any retry, on any machine. */
public final class StableHash {
  /** Separates the parts of a hashed value; no text of ours holds it. */
  private static final char PART_END = '\u001f';

  private static final int ID_BYTES = 16;

  private StableHash() {}

  /** Sixty-four well mixed bits of the run's seed and the given identity. */
  public static long hash(long seed, Object... identity) {
    byte[] digest = digest(seed, identity);
    long bits = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      bits = (bits << Byte.SIZE) | (digest[i] & 0xff);
    }

    return bits;
  }

  /** A content id: the first 128 bits of the SHA-256 of the parts, as 32 hexadecimal digits. */
  public static String contentId(Object... parts) {
    return HexFormat.of().formatHex(digest("", parts), 0, ID_BYTES);
  }

  /** The SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
  public static String sha256(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] digest(Object first, Object... rest) {
    StringBuilder text = new StringBuilder().append(first);
    for (Object part : rest) {
      text.append(PART_END).append(part);
    }

    return sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
