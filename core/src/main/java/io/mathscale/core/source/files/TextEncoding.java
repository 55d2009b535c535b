package io.mathscale.core.source.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.apache.commons.io.input.ReaderInputStream;

/**
 * How the text of a file is encoded, told by its byte order mark.
 *
 * @see <a href="https://www.unicode.org/faq/utf_bom.html">Unicode, byte order marks</a>
 */
public enum TextEncoding {
  /** UTF-8, with a mark or without. */
  UTF_8("\u00ef\u00bb\u00bf", "UTF-8"),
  /** Before UTF-16, whose mark its own begins with. */
  UTF_32_LITTLE_ENDIAN("\u00ff\u00fe\u0000\u0000", "UTF-32LE"),
  /** The same, the high byte first. */
  UTF_32_BIG_ENDIAN("\u0000\u0000\u00fe\u00ff", "UTF-32BE"),
  /** As Windows writes it. */
  UTF_16_LITTLE_ENDIAN("\u00ff\u00fe", "UTF-16LE"),
  /** The same, the high byte first. */
  UTF_16_BIG_ENDIAN("\u00fe\u00ff", "UTF-16BE");

  private final String mark;
  private final String charset;

  TextEncoding(String mark, String charset) {
    this.mark = mark;
    this.charset = charset;
  }

  /**
   * The encoding that a mark tells, and UTF-8 where there is none.
   *
   * @param start the first bytes of the text, a character a byte
   */
  static TextEncoding of(String start) {
    for (TextEncoding encoding : values()) {
      if (start.startsWith(encoding.mark)) {
        return encoding;
      }
    }

    return UTF_8;
  }

  /** The text as UTF-8, without a mark where it was not UTF-8 before. */
  public InputStream inUtf8(InputStream text) throws IOException {
    if (this == UTF_8) {
      return text;
    }

    text.skipNBytes(mark.length());
    return ReaderInputStream.builder()
        .setReader(
            new InputStreamReader(
                text,
                Charset.forName(charset)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)))
        .setCharset(StandardCharsets.UTF_8)
        .get();
  }
}
