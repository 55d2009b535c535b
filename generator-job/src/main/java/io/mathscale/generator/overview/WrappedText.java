package io.mathscale.generator.overview;

/** Text in lines of 80 columns; what is longer goes on in the next line, indented. */
final class WrappedText {
  private static final int WIDTH = 80;

  private final StringBuilder text = new StringBuilder();

  /** A line as it is. */
  void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }

  /** The first characters of a text, on as few lines as it takes, behind a name. */
  void shortened(String name, String value, int most) {
    String plain = value.strip().replaceAll("\\s+", " ");
    boolean isLong = plain.codePointCount(0, plain.length()) > most;
    wrapped(
        name,
        isLong ? plain.substring(0, plain.offsetByCodePoints(0, most)).strip() + " …" : plain);
  }

  /** Words behind a name, which stands in the first line alone. */
  void wrapped(String name, String words) {
    String indent = " ".repeat(name.length());
    StringBuilder line = new StringBuilder(name);
    int start = name.length();
    for (String word : words.split(" ")) {
      String rest = word;
      if (line.length() > start && line.length() + 1 + rest.length() > WIDTH) {
        line(line.toString());
        line = new StringBuilder(indent);
      }

      line.append(line.length() > start ? " " : "");
      while (line.length() + rest.length() > WIDTH) {
        int part = WIDTH - line.length();
        line(line.append(rest, 0, part).toString());
        line = new StringBuilder(indent);
        rest = rest.substring(part);
      }

      line.append(rest);
    }

    line(line.toString());
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
