package io.bordergate.dashboard;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ObjLongConsumer;

/** Many clients of the stream on one thread, as many browsers on many machines would be. Not thread-safe but {@link #stop}. */
final class StreamCrowd implements Runnable, AutoCloseable {
    private final int port;
    private final Selector selector = Selector.open();
    private final List<Client> clients = new ArrayList<>();
    private final List<SocketChannel> deaf = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
    private final Random random;
    private final ObjLongConsumer<String> told;
    private volatile boolean stopped;
    private int comings;

    /** @param told each event of each client that has an id, and when it came */
    StreamCrowd(int port, Random random, ObjLongConsumer<String> told) throws IOException {
        this.port = port;
        this.random = random;
        this.told = told;
    }

    /** One client that reads, goes now and then, and comes back for what it has missed. */
    final class Client {
        final SeenBoard seen = new SeenBoard();
        private final boolean restless;
        private final StringBuilder text = new StringBuilder();
        private final List<String> events = new ArrayList<>();
        private volatile String lastId;
        private SocketChannel channel;

        private Client(boolean restless) {
            this.restless = restless;
        }

        private void come() throws IOException {
            text.setLength(0);
            channel = connect(lastId);
            channel.configureBlocking(false).register(selector, SelectionKey.OP_READ, this);
            comings++;
        }

        private void read() throws IOException {
            buffer.clear();
            if (channel.read(buffer) < 0) {
                throw new IOException("a client that reads was cut off");
            }
            long now = System.nanoTime();
            // A piece may end in the middle of a letter; so it is kept byte by byte until the event is whole.
            text.append(StandardCharsets.ISO_8859_1.decode(buffer.flip()));
            for (String event = next(); event != null; event = next()) {
                take(event, now);
            }
            if (restless && random.nextInt(50) == 0) {
                channel.close();
                come();
            }
        }

        /** The head of the answer or an event; null until the rest of it has come. */
        private String next() {
            String end = text.indexOf("HTTP/") == 0 ? "\r\n\r\n" : "\n\n";
            int at = text.indexOf(end);
            if (at < 0) {
                return null;
            }
            String found = text.substring(0, at + 1);
            text.delete(0, at + end.length());
            return found;
        }

        private void take(String event, long now) {
            if (event.startsWith("id: ")) {
                lastId = SeenBoard.field(event, "id");
                events.add(event);
                told.accept(lastId, now);
            }
        }

        /** Of the newest event that has one. */
        String lastId() {
            return lastId;
        }

        /** The board as it was put together from all that came. */
        SeenBoard assemble() {
            for (String event : events) {
                seen.take(new String(event.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
            }
            events.clear();
            return seen;
        }
    }

    private SocketChannel connect(String lastId) throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.write(ByteBuffer.wrap(StreamSocket.request(lastId).getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    void addReaders(int count, boolean restless) throws IOException {
        for (int i = 0; i < count; i++) {
            var client = new Client(restless);
            client.come();
            clients.add(client);
        }
    }

    /** Clients that ask and never read. */
    void addDeaf(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            var channel = SocketChannel.open();
            channel.setOption(StandardSocketOptions.SO_RCVBUF, 64 << 10);
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.write(ByteBuffer.wrap(StreamSocket.request(null).getBytes(StandardCharsets.US_ASCII)));
            deaf.add(channel);
        }
    }

    List<Client> clients() {
        return clients;
    }

    /** How often somebody came, the first time and again. */
    int comings() {
        return comings;
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                selector.select(100);
                for (SelectionKey key : selector.selectedKeys()) {
                    ((Client) key.attachment()).read();
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException e) {
            throw new AssertionError("the crowd is gone: " + e.getMessage(), e);
        }
    }

    void stop() {
        stopped = true;
        selector.wakeup();
    }

    @Override
    public void close() throws IOException {
        for (Client client : clients) {
            client.channel.close();
        }
        for (SocketChannel channel : deaf) {
            channel.close();
        }
        selector.close();
    }
}
