package io.mathscale.core.source.layouts;

/**
 * What is known of a public data set whatever its rows say.
 *
 * @param dataset the data set, as MWPBench spells it ({@code data_topic}), or else its publisher
 * @param source the publisher's name of it
 * @param license the licence that its publisher gives it, by its SPDX identifier; empty where none
 *     is stated
 */
record PublicDataSet(String dataset, String source, String license) {
  /** Of a data set that the row does not tell from others. */
  static final PublicDataSet UNKNOWN = new PublicDataSet("", "", "");

  /** A data set that goes by one name. */
  static PublicDataSet of(String name, String license) {
    return new PublicDataSet(name, name, license);
  }
}
