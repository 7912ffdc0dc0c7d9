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

/** Reverse proxy in front of the simulated vendors. It can replace a response with any bytes. */
final class SpoilingProxy implements AutoCloseable {
    private static final Set<String> OWN_HEADERS =
            Set.of("host", "connection", "content-length", "transfer-encoding", "keep-alive", "user-agent", ":status");

    /** A request with its unchanged path and query. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
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
     * @param surplus bytes that follow the response
     * @param cutAt number of bytes to write before the connection closes; no limit if negative
     * @param closes whether the connection closes after the response
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Response(int status, Map<String, String> headers, byte[] body, byte[] surplus, int cutAt, boolean closes) {
        private static final byte[] NOTHING = {};

        static Response of(int status, Map<String, String> headers, byte[] body) {
            return new Response(status, headers, body, NOTHING, -1, false);
        }

        Response withBody(byte[] other) {
            return new Response(status, headers, other, surplus, cutAt, closes);
        }

        Response withSurplus(byte[] bytes) {
            return new Response(status, headers, body, bytes, cutAt, closes);
        }

        Response cutAt(int bytes) {
            return new Response(status, headers, body, surplus, bytes, closes);
        }

        Response closing() {
            return new Response(status, headers, body, surplus, cutAt, true);
        }

        /** Returns the bytes of the response without surplus bytes. */
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
            byte[] all = joined(bytes(), surplus);
            return cutAt < 0 ? all : Arrays.copyOf(all, Math.min(cutAt, all.length - 1));
        }
    }

    /** Changes requests and responses. Called on several threads at the same time. */
    interface Spoiler {
        /** Returns the request for the vendor. */
        Request sent(Request request);

        /** Returns the response for the client. */
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
            SpoilingProxy proxy = new SpoilingProxy(vendor.getPort(), spoiler);
            start(proxy::acceptAll, "proxy");
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns the settings with this proxy in place of the vendors. */
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
                start(() -> serve(socket), "proxy-connection");
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
                Response response = spoiler.spoilt(request, attempt, send(spoiler.sent(request)));
                out.write(response.written());
                out.flush();
                if (response.closes() || response.cutAt() >= 0) {
                    return;
                }
                request = read(in);
            }
        } catch (IOException e) {
            // The client closed the connection.
        } finally {
            open.remove(socket);
        }
    }

    private Response send(Request request) throws IOException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + vendorPort + request.target()))
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach((name, value) -> {
            if (!OWN_HEADERS.contains(name)) {
                builder.header(name, value);
            }
        });
        try {
            HttpResponse<byte[]> response = vendors.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
            Map<String, String> headers = new LinkedHashMap<>();
            response.headers().map().forEach((name, values) -> {
                if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                    headers.put(name, values.get(0));
                }
            });
            return Response.of(response.statusCode(), headers, response.body());
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
        int character = in.read();
        while (character >= 0 && character != '\n') {
            line.write(character);
            character = in.read();
        }
        return character < 0 ? null : line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
