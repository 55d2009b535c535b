/** Spark's encoders for records. */
package io.mathscale.core.encoder;
