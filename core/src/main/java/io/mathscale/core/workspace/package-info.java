/** Where tables stand, and how they are read, written and described. */
package io.mathscale.core.workspace;
