/**
 * Objects above bytes: a store that keeps live objects in memory and writes them to a logged RocksDB store once a commit.
 * The only package that touches internals of Kafka Streams.
 */
package io.bordergate.state;
