/** What Spark holds until it is released, as resources for try-with-resources. */
package io.mathscale.core.spark;
