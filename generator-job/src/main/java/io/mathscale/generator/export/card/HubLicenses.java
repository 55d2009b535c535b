package io.mathscale.generator.export.card;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Licences under the names that the hub knows.
 *
 * @see <a href="https://huggingface.co/docs/hub/repositories-licenses">Hugging Face, licenses</a>
 */
final class HubLicenses {
  private static final Set<String> KNOWN =
      Set.of(
          "afl-3.0",
          "agpl-3.0",
          "apache-2.0",
          "artistic-2.0",
          "bsd",
          "bsd-2-clause",
          "bsd-3-clause",
          "bsd-3-clause-clear",
          "bsl-1.0",
          "c-uda",
          "cc",
          "cc-by-2.0",
          "cc-by-2.5",
          "cc-by-3.0",
          "cc-by-4.0",
          "cc-by-nc-2.0",
          "cc-by-nc-3.0",
          "cc-by-nc-4.0",
          "cc-by-nc-nd-3.0",
          "cc-by-nc-nd-4.0",
          "cc-by-nc-sa-2.0",
          "cc-by-nc-sa-3.0",
          "cc-by-nc-sa-4.0",
          "cc-by-nd-4.0",
          "cc-by-sa-3.0",
          "cc-by-sa-4.0",
          "cc0-1.0",
          "cdla-permissive-1.0",
          "cdla-permissive-2.0",
          "cdla-sharing-1.0",
          "ecl-2.0",
          "epl-1.0",
          "epl-2.0",
          "etalab-2.0",
          "eupl-1.1",
          "gfdl",
          "gpl",
          "gpl-2.0",
          "gpl-3.0",
          "lgpl",
          "lgpl-2.1",
          "lgpl-3.0",
          "mit",
          "mpl-2.0",
          "ms-pl",
          "ncsa",
          "odbl",
          "odc-by",
          "ofl-1.1",
          "osl-3.0",
          "pddl",
          "postgresql",
          "unlicense",
          "wtfpl",
          "zlib");

  /** What the hub has for those that it does not know. */
  private static final String OTHER = "other";

  private HubLicenses() {}

  /** The names for the front matter: {@code other} for those that the hub does not know. */
  static List<String> of(List<String> licenses) {
    return licenses.stream().map(HubLicenses::name).distinct().toList();
  }

  /** The licences that the hub does not know, in their own words. */
  static List<String> others(List<String> licenses) {
    return licenses.stream().filter(license -> name(license).equals(OTHER)).distinct().toList();
  }

  private static String name(String license) {
    String name = license.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
    return KNOWN.contains(name) ? name : OTHER;
  }
}
