/** Concepts that users have from elsewhere, to the tables that {@code extract} would write. */
package io.mathscale.graph.imported;
