/**
 * The files that a path names, and what each holds: {@link
 * io.mathscale.core.source.files.SourceFiles} finds them and tells format, compression and encoding
 * by their first bytes.
 */
package io.mathscale.core.source.files;
