/** How full a yard is: a table of the stays that are open, and its sum. */
package io.bordergate.domain.yard;
