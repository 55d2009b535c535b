/**
 * Files that users have, to rows with their places: JSON lines, JSON arrays, CSV and Parquet.
 *
 * <pre>SourceFiles → FileSlice ─ tasks ─▶ ByteSource → RowSplitter → RowText → SourceRow</pre>
 *
 * <p>{@link io.mathscale.core.source.SourceRows} is the only door. What a file has in place of a
 * row is a row too, with its fault. Knows nothing of what rows are about.
 */
package io.mathscale.core.source;
