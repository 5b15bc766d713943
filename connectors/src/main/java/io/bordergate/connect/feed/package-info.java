/**
 * Feeds line by line: a line becomes a record of the contract, or an {@link io.bordergate.connect.feed.UnreadableLineException}
 * that says what is wrong with it. Nothing is guessed: a time without a zone, a number that is none, is not read.
 */
package io.bordergate.connect.feed;
