/**
 * What public data sets look like: each {@link io.mathscale.core.source.layouts.Layout} knows the
 * rows of a publisher by their fields and reads question, answer and solution out of them. Seeds
 * and benchmarks are read through the same layouts.
 */
package io.mathscale.core.source.layouts;
