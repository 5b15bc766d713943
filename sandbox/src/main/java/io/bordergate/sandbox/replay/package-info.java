/** Recorded input through the real broker, registry and topology, as fast as it goes, into files of results. */
package io.bordergate.sandbox.replay;
