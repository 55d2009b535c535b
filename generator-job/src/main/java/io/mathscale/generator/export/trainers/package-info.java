/** Configurations of trainers that point at the files of an export. */
package io.mathscale.generator.export.trainers;
