package dev.seatport.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One request over a socket of its own, and the bytes of its answer as they come. */
final class RawSocketClient {
    /** How the bytes of an answer ended. */
    enum End {
        CLOSED,
        RESET,
        SILENCE
    }

    /** What came. */
    record Received(String text, End end) {
        String head() {
            int end = text.indexOf("\r\n\r\n");
            return end < 0 ? text : text.substring(0, end + 4);
        }

        String body() {
            return text.substring(head().length());
        }

        int contentLength() {
            return head().lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length: "))
                    .map(line -> Integer.parseInt(line.substring("content-length: ".length())))
                    .findFirst()
                    .orElse(-1);
        }
    }

    private static final int LONG = 10_000;
    private static final int SHORT = 1_000;

    private RawSocketClient() {}

    /** A text with a letter for each of its bytes, as answers are given here. */
    static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** Reads until the server ends the connection. */
    static Received get(Sandbox sandbox, String url, String token) {
        return exchange(sandbox, url, token, LONG);
    }

    /** Reads until the server ends the connection, or is silent for a moment. */
    static Received getUntilSilent(Sandbox sandbox, String url, String token) {
        return exchange(sandbox, url, token, SHORT);
    }

    private static Received exchange(Sandbox sandbox, String url, String token, int patience) {
        String path = url.substring(url.indexOf('/', "http://".length()));
        String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.port())) {
            socket.setSoTimeout(patience);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return read(socket);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Received read(Socket socket) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        End end = End.CLOSED;
        try {
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                bytes.write(next);
            }
        } catch (SocketTimeoutException silent) {
            end = End.SILENCE;
        } catch (SocketException reset) {
            end = End.RESET;
        }
        return new Received(bytes.toString(StandardCharsets.ISO_8859_1), end);
    }
}
