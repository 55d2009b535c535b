/** What this job needs of Spark beside its own rows. */
package io.mathscale.graph.spark;
