/** The command line of a job, the commands that look at tables, and what starts them. */
package io.mathscale.core.command;
