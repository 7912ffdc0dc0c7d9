package dev.seatport.http.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** TLS server that sends the same response to each request. Counts connections and records requests. */
public final class TlsServer implements AutoCloseable {
    private final SSLServerSocket listening;
    private final String response;
    private final AtomicInteger connections = new AtomicInteger();
    private final BlockingQueue<Socket> open = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();

    private TlsServer(SSLServerSocket listening, String response) {
        this.listening = listening;
        this.response = response;
        Thread thread = new Thread(this::acceptAll, "tls-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Creates a server with the certificate {@code it} of a PKCS #12 file and a JSON response. */
    public static TlsServer answering(Path pfx, String json) throws IOException {
        try {
            KeyStore store = KeyFiles.store(pfx);
            store.deleteEntry("ca");
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, KeyFiles.PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            SSLServerSocket listening = (SSLServerSocket)
                    context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
            return new TlsServer(listening, "HTTP/1.1 200 OK\r\nContent-Length: " + json.length() + "\r\n\r\n" + json);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    public URI url(String host, String path) {
        return URI.create("https://" + host + ":" + port() + path);
    }

    /** Returns all complete requests received so far. */
    public BlockingQueue<String> requests() {
        return requests;
    }

    public int connections() {
        return connections.get();
    }

    private void acceptAll() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                connections.incrementAndGet();
                Thread thread = new Thread(() -> serve(socket), "tls-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                // The server was closed.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            StringBuilder request = new StringBuilder();
            int next = socket.getInputStream().read();
            while (next >= 0) {
                request.append((char) next);
                int head = request.indexOf("\r\n\r\n");
                if (head >= 0 && request.length() >= head + 4 + contentLength(request.substring(0, head))) {
                    requests.add(request.toString());
                    request.setLength(0);
                    socket.getOutputStream().write(response.getBytes(StandardCharsets.UTF_8));
                }
                next = socket.getInputStream().read();
            }
        } catch (IOException e) {
            // Expected: the client rejects untrusted servers.
        }
    }

    private static int contentLength(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
