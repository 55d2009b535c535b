/**
 * Fields of JSON rows by their paths, and what is read out of the texts in them: questions without
 * the instructions around, solutions without the thinking before.
 */
package io.mathscale.core.source.fields;
