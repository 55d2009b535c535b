/**
 * Which seeds may be shown as examples: one place for all stages that choose, show or tell them.
 */
package io.mathscale.core.examples;
