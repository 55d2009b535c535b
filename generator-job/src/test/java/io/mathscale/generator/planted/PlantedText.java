package io.mathscale.generator.planted;

/**
 * A text with a fault.
 *
 * @param text the text
 * @param variant which variant of the fault it has, for the report; empty where there is one alone
 */
record PlantedText(BaseText text, String variant) {
  static PlantedText of(BaseText text) {
    return new PlantedText(text, "");
  }
}
