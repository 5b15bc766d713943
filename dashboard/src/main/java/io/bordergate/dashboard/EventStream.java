package io.bordergate.dashboard;

import io.javalin.http.Context;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextResponse;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.IteratingCallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open stream of events. It holds no thread: what the client does not take at once waits here, by reference and up to a
 * limit, and goes on when the connection can take more. Thread-safe.
 */
final class EventStream {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    /** Many seconds of a busy board. Who has so much before him does not read. */
    private static final int MOST_WAITING_BYTES = 1 << 20;
    /** The system would lend a connection that is not read up to 4 MB. */
    private static final int SYSTEM_BUFFER_BYTES = 256 << 10;

    private final Response response;
    private final EndPoint connection;
    private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
    private final Writer writer = new Writer();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AsyncContext request;
    private final Consumer<EventStream> gone;
    private int waitingBytes;
    private boolean ending;

    private EventStream(AsyncContext request, Consumer<EventStream> gone) {
        this.request = request;
        this.gone = gone;
        // Past the servlet's output stream: the server's own response writes without blocking, and says when it is
        // done.
        response = ServletContextResponse.getServletContextResponse(request.getResponse());
        connection =
                response.getRequest().getConnectionMetaData().getConnection().getEndPoint();
        limitSystemBuffer();
    }

    /**
     * Begins the answer to a request; as the routes see it, that never ends.
     *
     * @param begun is given the stream
     * @param gone is told when it is over, by whichever end
     */
    static void answer(Context context, Consumer<EventStream> begun, Consumer<EventStream> gone) {
        context.future(() -> {
            context.res().setContentType("text/event-stream");
            context.res().setCharacterEncoding("UTF-8");
            AsyncContext request = context.req().getAsyncContext();
            var stream = new EventStream(request, gone);
            request.addListener(stream.new Watch());
            begun.accept(stream);
            return new Endless();
        });
    }

    /** After an end of it, Javalin would go on with a response that is not there any more, and not stop. */
    private static final class Endless extends CompletableFuture<Void> {
        @Override
        public boolean cancel(boolean mayInterrupt) {
            return false;
        }
    }

    /** An event as it goes over the line; one for any number of streams. */
    static ByteBuffer event(String head, Object data) {
        byte[] text = (head + "\ndata: " + BoardJson.line(data) + "\n\n").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(text).asReadOnlyBuffer();
    }

    private void limitSystemBuffer() {
        if (connection.getTransport() instanceof SocketChannel channel) {
            try {
                channel.setOption(StandardSocketOptions.SO_SNDBUF, SYSTEM_BUFFER_BYTES);
            } catch (IOException e) {
                LOG.debug("a client went away at once: {}", e.getMessage());
            }
        }
    }

    /** Sends an event after those before; false if too many of them still wait, and nothing is sent. */
    boolean send(ByteBuffer event) {
        synchronized (this) {
            if (waitingBytes > 0 && waitingBytes + event.remaining() > MOST_WAITING_BYTES) {
                return false;
            }
            waiting.add(event);
            waitingBytes += event.remaining();
        }
        writer.iterate();
        return true;
    }

    /** Ends the stream after what waits. */
    void finish() {
        synchronized (this) {
            ending = true;
        }
        writer.iterate();
    }

    /** Cuts the connection, whatever waits. */
    void cut() {
        connection.close();
        writer.abort(new IOException("the stream was cut off"));
    }

    private void end() {
        if (over.compareAndSet(false, true)) {
            gone.accept(this);
            request.complete();
        }
    }

    private synchronized ByteBuffer take() {
        ByteBuffer next = waiting.poll();
        waitingBytes -= next == null ? 0 : next.remaining();
        return next;
    }

    private synchronized boolean isEnding() {
        return ending;
    }

    /** One write at a time. */
    private final class Writer extends IteratingCallback {
        @Override
        protected Action process() {
            ByteBuffer next = take();
            if (next != null) {
                response.write(false, next.duplicate(), this);
                return Action.SCHEDULED;
            }
            return isEnding() ? Action.SUCCEEDED : Action.IDLE;
        }

        @Override
        protected void onCompleteSuccess() {
            end();
        }

        @Override
        protected void onCompleteFailure(Throwable cause) {
            LOG.debug("a client went away: {}", cause.getMessage());
            end();
        }
    }

    /** Where the server tells of a connection that has failed. */
    private final class Watch implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {}

        @Override
        public void onTimeout(AsyncEvent event) {
            end();
        }

        @Override
        public void onError(AsyncEvent event) {
            end();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }
}
