/** Normal forms of questions: one place for all who compare texts. */
package io.mathscale.core.text;
