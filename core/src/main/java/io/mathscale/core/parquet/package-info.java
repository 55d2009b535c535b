/** Reads Parquet files without Spark, for looks at tables that must not wait for a session. */
package io.mathscale.core.parquet;
