package io.bordergate.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports on the loopback address, the only one the sandbox binds to. */
public final class Ports {

    private Ports() {}

    /** A port that was free a moment ago. */
    public static int free() {
        try (var socket = new ServerSocket(0, 1, on(0).getAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free TCP port on 127.0.0.1", e);
        }
    }

    /** The port asked for, or a free one for 0. */
    public static int orFree(int port, String user, String remedy) {
        return port == 0 ? free() : requireFree(port, user, remedy);
    }

    /**
     * Fails with one line unless the port can be bound.
     *
     * @param user who wants it, for the message, as in "the broker"
     * @param remedy what to do, as in "choose another one with --port"
     */
    public static int requireFree(int port, String user, String remedy) {
        if (port < 1 || port > 65_535) {
            throw new GateException("port " + port + " for " + user + " is not between 1 and 65535: " + remedy);
        }
        try (var socket = new ServerSocket()) {
            // As servers do: a port whose last user has just gone may be taken at once.
            socket.setReuseAddress(true);
            socket.bind(on(port));
            return port;
        } catch (IOException e) {
            throw new GateException(
                    "port " + port + " on 127.0.0.1, wanted by " + user + ", is in use or not allowed: " + remedy, e);
        }
    }

    private static InetSocketAddress on(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
