/**
 * Seed questions from files: rows ({@link io.mathscale.core.source.SourceRows}) to seeds by the
 * layout of their fields ({@link io.mathscale.generator.seeds.SeedReader}), seeds to distinct seeds
 * ({@link io.mathscale.generator.seeds.DistinctSeeds}). What is no seed is a rejected row with its
 * file, row number and cause.
 */
package io.mathscale.generator.seeds;
