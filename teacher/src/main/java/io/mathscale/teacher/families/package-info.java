/** Families of mathematics problems that can be posed from chance and solved from their wording. */
package io.mathscale.teacher.families;
