/** The configuration: HOCON bound to records that check themselves. */
package io.mathscale.core.config;
