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

/** Sends one request over a new socket and reads the bytes of the response. */
final class RawSocketClient {
    /** How the response ended. */
    enum End {
        CLOSED,
        RESET,
        SILENCE
    }

    /** Received bytes. */
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

    private static final int LONG_TIMEOUT_MILLIS = 10_000;
    private static final int SHORT_TIMEOUT_MILLIS = 1_000;

    private RawSocketClient() {}

    /** Returns a text with one character for each byte, the form of the received text. */
    static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** Reads until the server closes the connection. */
    static Received get(Sandbox sandbox, String url, String token) {
        return exchange(sandbox, url, token, LONG_TIMEOUT_MILLIS);
    }

    /** Reads until the server closes the connection or sends nothing for a second. */
    static Received getUntilSilent(Sandbox sandbox, String url, String token) {
        return exchange(sandbox, url, token, SHORT_TIMEOUT_MILLIS);
    }

    private static Received exchange(Sandbox sandbox, String url, String token, int timeoutMillis) {
        String path = url.substring(url.indexOf('/', "http://".length()));
        String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.port())) {
            socket.setSoTimeout(timeoutMillis);
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
