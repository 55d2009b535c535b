/**
 * Files that users have, to rows with their places: JSON lines, JSON arrays, sequences of JSON
 * objects, CSV and Parquet.
 *
 * <pre>SourceFiles → FileSlice ─ tasks ─▶ ByteSource → RowSplitter → RowText → SourceRow</pre>
 *
 * <p>The doors are {@link io.mathscale.core.source.SourceRows} and, without Spark, {@link
 * io.mathscale.core.source.LocalRows}; {@link io.mathscale.core.source.ParsedRows} reads values out
 * of rows. What a file has in place of a row is a row too, with its fault. Knows nothing of what
 * rows are about; {@code layouts} does.
 */
package io.mathscale.core.source;
