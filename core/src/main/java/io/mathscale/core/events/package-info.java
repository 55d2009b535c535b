/** What happens in the course of an application, kept as JSON lines in its workspace. */
package io.mathscale.core.events;
