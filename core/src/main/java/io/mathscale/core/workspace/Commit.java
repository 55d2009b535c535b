package io.mathscale.core.workspace;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a transaction publishes. While its file stands, its manifests go over those in the folders
 * of the tables.
 *
 * @param manifests of the tables
 * @param files texts of small files, by their paths below the workspace
 */
record Commit(List<Manifest> manifests, SortedMap<String, String> files) {
  Commit {
    manifests = List.copyOf(manifests);
    files = new TreeMap<>(files);
  }
}
