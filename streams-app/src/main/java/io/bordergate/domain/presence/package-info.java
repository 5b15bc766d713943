/**
 * From fixes to stays. What a truck did is a function of the set of its fixes, not of the order in which they arrived:
 * a track keeps the fixes of the lateness window, walks over them in the order of their own times, and sends what has
 * changed as revisions of stays.
 */
package io.bordergate.domain.presence;
