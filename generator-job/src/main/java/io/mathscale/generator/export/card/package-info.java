/** The facts of an export for people and machines: data card, Croissant and page. */
package io.mathscale.generator.export.card;
