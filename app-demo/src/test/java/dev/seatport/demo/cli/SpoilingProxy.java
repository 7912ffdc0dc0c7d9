package dev.seatport.demo.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stands between the command line and the simulated vendors, on sockets of its own: it can write any bytes in place of a response. */
final class SpoilingProxy implements AutoCloseable {
    private static final Set<String> OWN_HEADERS =
            Set.of("host", "connection", "content-length", "transfer-encoding", "keep-alive", "user-agent", ":status");

    /** A request, with the path and query as they were sent. */
    @SuppressWarnings("ArrayRecordComponent") // Two of them are never compared.
    record Request(String method, String target, Map<String, String> headers, byte[] body) {
        String key() {
            return method + " " + target + " " + new String(body, StandardCharsets.UTF_8);
        }

        Request withTarget(String other) {
            return new Request(method, other, headers, body);
        }
    }

    /**
     * A response.
     *
     * @param behind bytes that follow the response
     * @param cutAt how many bytes are written before the connection closes; none if negative
     * @param closes whether the connection closes behind the response
     */
    @SuppressWarnings("ArrayRecordComponent") // As above.
    record Response(int status, Map<String, String> headers, byte[] body, byte[] behind, int cutAt, boolean closes) {
        private static final byte[] NOTHING = {};

        static Response of(int status, Map<String, String> headers, byte[] body) {
            return new Response(status, headers, body, NOTHING, -1, false);
        }

        Response withBody(byte[] other) {
            return new Response(status, headers, other, behind, cutAt, closes);
        }

        Response withBehind(byte[] bytes) {
            return new Response(status, headers, body, bytes, cutAt, closes);
        }

        Response cutAt(int bytes) {
            return new Response(status, headers, body, behind, bytes, closes);
        }

        Response closing() {
            return new Response(status, headers, body, behind, cutAt, true);
        }

        /** The bytes of the response alone. */
        byte[] bytes() {
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Spoilt\r\n");
            headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
            head.append("content-length: " + body.length + "\r\n\r\n");
            return joined(head.toString().getBytes(StandardCharsets.ISO_8859_1), body);
        }

        private static byte[] joined(byte[] first, byte[] second) {
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.writeBytes(first);
            both.writeBytes(second);
            return both.toByteArray();
        }

        byte[] written() {
            byte[] all = joined(bytes(), behind);
            return cutAt < 0 ? all : Arrays.copyOf(all, Math.min(cutAt, all.length - 1));
        }
    }

    /** Decides what becomes of a response; called on many threads. */
    interface Spoiler {
        /** The request as the vendor is to get it. */
        Request sent(Request request);

        /** The response as it is written. */
        Response spoilt(Request request, int attempt, Response response);
    }

    private final ServerSocket server;
    private final int vendorPort;
    private final Spoiler spoiler;
    private final HttpClient vendors =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private SpoilingProxy(int vendorPort, Spoiler spoiler) throws IOException {
        this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        this.vendorPort = vendorPort;
        this.spoiler = spoiler;
    }

    static SpoilingProxy before(URI vendor, Spoiler spoiler) {
        try {
            SpoilingProxy gateway = new SpoilingProxy(vendor.getPort(), spoiler);
            start(gateway::acceptAll, "gateway");
            return gateway;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** The settings with this gateway in the vendors' place. */
    Map<String, String> settings(Map<String, String> direct) {
        Map<String, String> settings = new LinkedHashMap<>(direct);
        settings.replaceAll((key, value) -> value.replace(":" + vendorPort, ":" + server.getLocalPort()));
        return settings;
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                start(() -> serve(socket), "gateway-connection");
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            Request request = read(in);
            while (request != null) {
                int attempt = attempts.merge(request.key(), 1, Integer::sum);
                Response response = spoiler.spoilt(request, attempt, ask(spoiler.sent(request)));
                out.write(response.written());
                out.flush();
                if (response.closes() || response.cutAt() >= 0) {
                    return;
                }
                request = read(in);
            }
        } catch (IOException e) {
            // The client left, which it may.
        } finally {
            open.remove(socket);
        }
    }

    private Response ask(Request request) throws IOException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + vendorPort + request.target()))
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach((name, value) -> {
            if (!OWN_HEADERS.contains(name)) {
                builder.header(name, value);
            }
        });
        try {
            HttpResponse<byte[]> answer = vendors.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
            Map<String, String> headers = new LinkedHashMap<>();
            answer.headers().map().forEach((name, values) -> {
                if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                    headers.put(name, values.get(0));
                }
            });
            return Response.of(answer.statusCode(), headers, answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static @Nullable Request read(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            lines.add(line);
        }
        if (lines.isEmpty()) {
            return null;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        String[] first = lines.get(0).split(" ", -1);
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Request(first[0], first[1], headers, body);
    }

    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int letter = in.read();
        while (letter >= 0 && letter != '\n') {
            line.write(letter);
            letter = in.read();
        }
        return letter < 0 ? null : line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
