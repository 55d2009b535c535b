/**
 * What can be told of an export: counts and samples of its rows, and what the manifests know of how
 * they came to be.
 */
package io.mathscale.generator.export.facts;
