/**
 * OpenAI's interface: reads requests, writes replies and errors, counts tokens and bodies, and
 * keeps limits a minute.
 */
package io.mathscale.teacher.server;
