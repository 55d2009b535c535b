package io.mathscale.core.source.files;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** How a file is compressed, told by its first bytes. */
public enum Compression {
  /** Not at all. */
  NONE(""),
  /** RFC 1952, section 2.3.1. */
  GZIP("\u001f\u008b"),
  /** RFC 8878, section 3.1.1. */
  ZSTD("(\u00b5/\u00fd"),
  /** The signature and the version of the format, {@code h} for Huffman coding. */
  BZIP2("BZh"),
  /** The .xz file format, section 2.1.1.1. */
  XZ("\u00fd7zXZ\u0000");

  /** No signature is longer. */
  static final int SIGNATURE_BYTES = 6;

  private final String signature;

  Compression(String signature) {
    this.signature = signature;
  }

  /**
   * How a file is compressed.
   *
   * @param start its first bytes, a character a byte
   */
  static Compression of(String start) {
    for (Compression compression : values()) {
      if (compression != NONE && start.startsWith(compression.signature)) {
        return compression;
      }
    }

    return NONE;
  }

  /**
   * What is in the file; all of it where the file is several compressed ones, one after another.
   */
  public InputStream opened(InputStream stored) throws IOException {
    return switch (this) {
      case NONE -> stored;
      case GZIP -> new GZIPInputStream(stored);
      case ZSTD -> new ZstdInputStreamNoFinalizer(stored);
      case BZIP2 -> new BZip2CompressorInputStream(stored, true);
      case XZ -> new XZInputStream(stored);
    };
  }
}
