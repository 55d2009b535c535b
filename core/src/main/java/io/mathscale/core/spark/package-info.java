/** What Spark holds until it is told to let go, as resources for try-with-resources. */
package io.mathscale.core.spark;
