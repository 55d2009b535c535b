/**
 * Finds questions that ask what another asks, each with the one that stays as its proof: equal in
 * normal form, alike in words with equal numbers, or equal but for numbers.
 */
package io.mathscale.generator.near;
