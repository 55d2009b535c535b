/** MathScaleQA as files that trainers read: which rows, in which files, in which layouts. */
package io.mathscale.generator.export;
