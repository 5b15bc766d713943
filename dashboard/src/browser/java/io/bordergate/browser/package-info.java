/** A real browser for tests: the dashboard's look at its page alone, the sandbox's at the page of the whole product. */
package io.bordergate.browser;
