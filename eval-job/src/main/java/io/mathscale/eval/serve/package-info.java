/** The page of scores over HTTP, for a browser that does not reach the file system it is on. */
package io.mathscale.eval.serve;
