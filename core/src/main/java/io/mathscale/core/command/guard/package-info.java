/** What keeps commands from harming each other's tables. */
package io.mathscale.core.command.guard;
