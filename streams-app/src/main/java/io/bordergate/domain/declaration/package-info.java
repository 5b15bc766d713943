/**
 * What was declared and confirmed: the milestones of a declaration in whatever order they come, and what follows from them
 * for each of its trucks. docs/trips.md, sections 1, 7 and 8.
 */
package io.bordergate.domain.declaration;
