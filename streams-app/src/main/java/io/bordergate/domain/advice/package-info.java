/**
 * What operators could do about a gate that fills up, with the numbers behind it. Functions of how all gates stand and what is ahead
 * of them, nothing else. docs/advice.md is the definition.
 */
package io.bordergate.domain.advice;
