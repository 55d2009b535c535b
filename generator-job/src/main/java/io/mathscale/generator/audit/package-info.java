/**
 * What decontamination finds, measured on questions of which it is known whether they are leaks:
 * altered questions of the benchmark and clean ones.
 */
package io.mathscale.generator.audit;
