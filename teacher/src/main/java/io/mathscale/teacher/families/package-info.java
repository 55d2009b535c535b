/**
 * Families of problems, declared as texts and formulas, and the stories that they make together.
 */
package io.mathscale.teacher.families;
