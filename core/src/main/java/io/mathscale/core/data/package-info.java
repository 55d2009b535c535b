/** The records that are rows of tables, each with its encoder, and their enums. */
package io.mathscale.core.data;
