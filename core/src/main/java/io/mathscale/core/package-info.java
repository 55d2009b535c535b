/** What every job shares. */
package io.mathscale.core;
