/** What is told of an export: facts of its rows and of how they came to be, as data card, Croissant and page. */
package io.mathscale.generator.export.card;
