/** MathScaleQA as files that trainers read. */
package io.mathscale.generator.export;
