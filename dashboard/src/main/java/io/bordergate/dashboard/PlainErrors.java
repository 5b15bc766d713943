package io.bordergate.dashboard;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Requests that the server refuses before they reach a route get the same kind of answer, without the server's name. */
final class PlainErrors extends ErrorHandler {
    /** Of the first line and the headers together; a token of an identity provider has room in it. */
    static final int MOST_HEAD_BYTES = 16_384;

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        SafetyHeaders.ALL.forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        Content.Sink.write(response, true, text(response.getStatus()), callback);
        return true;
    }

    private static String text(int status) {
        String detail = status == HttpStatus.URI_TOO_LONG_414
                        || status == HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431
                ? "The address and the headers are too long together: send less than " + MOST_HEAD_BYTES + " bytes"
                : "The request cannot be understood";
        return BoardJson.line(Problem.of(status, HttpStatus.getMessage(status), detail));
    }
}
