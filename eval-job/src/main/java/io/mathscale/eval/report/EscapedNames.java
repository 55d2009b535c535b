package io.mathscale.eval.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Writes the escaped names that stand in a section of a template, long ones without their middle:
 * names of one family differ at their ends. The whole name is the title then, and no direction of
 * writing leaves the name.
 */
final class EscapedNames implements Mustache.Lambda {
  private static final int LONGEST = 60;
  private static final int START = 35;
  private static final int END = 24;

  /** A reference to a character, or a character. */
  private static final Pattern CHARACTER = Pattern.compile("&[^;]*;|.", Pattern.DOTALL);

  private static final Pattern PLAIN = Pattern.compile("\\p{ASCII}*");

  @Override
  public void execute(Template.Fragment fragment, Writer out) throws IOException {
    out.write(shown(fragment.execute()));
  }

  /** The HTML that shows a name, which is escaped. */
  static String shown(String name) {
    List<String> characters = CHARACTER.matcher(name).results().map(MatchResult::group).toList();
    if (characters.size() <= LONGEST) {
      return PLAIN.matcher(name).matches() ? name : "<bdi>" + name + "</bdi>";
    }

    int end = characters.size() - END;
    return "<bdi title=\"%s\">%s…%s</bdi>"
        .formatted(
            name,
            String.join("", characters.subList(0, START)),
            String.join("", characters.subList(end, characters.size())));
  }
}
