/** What is fit to be used: every record has one fate, with few and stable reasons, decided before any state sees it. */
package io.bordergate.domain.intake;
