package io.bordergate.state;

/** How an object of a store becomes bytes and comes back. */
public interface ObjectCodec<V> {
    byte[] encode(V value);

    V decode(String key, byte[] bytes);
}
