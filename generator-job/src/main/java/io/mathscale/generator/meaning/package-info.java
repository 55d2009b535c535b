/** Questions of the benchmark in other words, found by sentence embeddings. */
package io.mathscale.generator.meaning;
