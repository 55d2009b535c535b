/** What a user should know of seeds before they cost anything, for people and as JSON. */
package io.mathscale.generator.overview;
