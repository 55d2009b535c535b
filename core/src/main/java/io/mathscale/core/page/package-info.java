/** What HTML pages that need no network are made of. */
package io.mathscale.core.page;
