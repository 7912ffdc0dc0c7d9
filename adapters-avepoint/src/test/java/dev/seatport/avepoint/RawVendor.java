package dev.seatport.avepoint;

import dev.seatport.http.CallLimits;
import dev.seatport.http.spi.Secret;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A vendor that answers every call but those for tokens with the same bytes, and may let their end be that of the connection. */
final class RawVendor implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("content-length: *([0-9]+)");
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final Vertx vertx = Vertx.vertx();
    private final NetServer server;
    private volatile byte[] answer = new byte[0];
    private volatile boolean announced = true;

    RawVendor() {
        server = vertx.createNetServer().connectHandler(this::serve);
        server.listen(0, "127.0.0.1").await();
    }

    /** Answers these bytes from now on, with their length before them. */
    void answer(byte[] body) {
        this.answer = body.clone();
        this.announced = true;
    }

    /** Answers these bytes from now on, and closes the connection behind them. */
    void answerUntilClosed(byte[] body) {
        this.answer = body.clone();
        this.announced = false;
    }

    /** A client that neither waits nor tries for long. */
    AvePoint connect() {
        URI here = URI.create("http://127.0.0.1:" + server.actualPort());
        return AvePoint.connect(
                vertx,
                AvePointOptions.builder("client", Secret.of("CONFIDENTIAL-secret"))
                        .baseUrl(here)
                        .tokenUrl(here.resolve(StubbedVendor.TOKEN_PATH))
                        .limits(CallLimits.builder()
                                .attempts(2)
                                .longestWait(Duration.ofMillis(1))
                                .build())
                        .build());
    }

    private void serve(NetSocket socket) {
        StringBuilder received = new StringBuilder();
        socket.handler(bytes -> {
            String request =
                    received.append(bytes.toString(StandardCharsets.ISO_8859_1)).toString();
            int head = request.indexOf(END_OF_HEAD);
            if (head >= 0 && request.length() >= head + END_OF_HEAD.length() + length(request.substring(0, head))) {
                received.setLength(0);
                reply(socket, request.startsWith("POST " + StubbedVendor.TOKEN_PATH));
            }
        });
    }

    private static int length(String head) {
        Matcher found = LENGTH.matcher(head.toLowerCase(Locale.ROOT));
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private void reply(NetSocket socket, boolean token) {
        byte[] body = token ? Fixture.read("token/documented.json").getBytes(StandardCharsets.UTF_8) : answer;
        boolean length = token || announced;
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                + (length ? "Content-Length: " + body.length : "Connection: close")
                + END_OF_HEAD;
        Buffer bytes = Buffer.buffer(head).appendBytes(body);
        if (length) {
            socket.write(bytes);
        } else {
            socket.end(bytes);
        }
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
