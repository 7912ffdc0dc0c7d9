package dev.seatport.testkit.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** HTTP server on a loopback port that sends exactly the bytes of a script and detects when the client closes a connection. */
public final class ScriptedServer implements AutoCloseable {
    private final ServerSocket listening;
    private final Script script;
    private final CountDownLatch clientClosed = new CountDownLatch(1);
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final BlockingQueue<Socket> open = new LinkedBlockingQueue<>();

    private ScriptedServer(Script script) throws IOException {
        this.script = script;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::acceptAll);
    }

    /** Called for each request. The server reads the next request of the connection after it returns. */
    @FunctionalInterface
    public interface Script {
        /** Sends a response, or breaks the connection. */
        void answer(Connection connection) throws IOException;
    }

    /** Starts a server that runs the script for every request. */
    public static ScriptedServer answering(Script script) throws IOException {
        return new ScriptedServer(script);
    }

    /** Starts a server that sends the same text for each request and keeps the connection open. */
    public static ScriptedServer answering(String bytes) throws IOException {
        return answering(connection -> connection.send(bytes));
    }

    /** Returns the URL of a path on this server. */
    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort() + path);
    }

    /** Waits up to 60 s until a client closes a connection. Returns whether it did. */
    public boolean clientClosed() throws InterruptedException {
        return clientClosed.await(60, TimeUnit.SECONDS);
    }

    /** Returns whether a client has closed a connection. */
    public boolean clientClosedAlready() {
        return clientClosed.getCount() == 0;
    }

    /** Waits up to 60 s for a request and returns its head and body. */
    public String request() throws InterruptedException {
        String request = requests.poll(60, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request within 60 s");
        }
        return request;
    }

    /** Returns how many connections were accepted. */
    public int connections() {
        return connections.get();
    }

    private void acceptAll() throws IOException {
        while (!listening.isClosed()) {
            Socket socket = listening.accept();
            open.add(socket);
            if (listening.isClosed()) {
                socket.close();
                return;
            }
            connections.incrementAndGet();
            start(() -> new Connection(socket).serve());
        }
    }

    private static void start(IoTask task) {
        Thread thread = new Thread(task::runQuietly, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private interface IoTask {
        void run() throws IOException;

        default void runQuietly() {
            try {
                run();
            } catch (IOException e) {
                // The client closed the connection, or the test closed the server: both are expected.
            }
        }
    }

    /** One connection of a client. */
    public final class Connection {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;
        private String request = "";

        private Connection(Socket socket) throws IOException {
            this.socket = socket;
            // Without it, a response in several parts waits for acknowledgements of the client.
            socket.setTcpNoDelay(true);
            this.in = new BufferedInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
        }

        private void serve() throws IOException {
            try {
                while (readRequest()) {
                    script.answer(this);
                }
                clientClosed.countDown();
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    clientClosed.countDown();
                }
                throw e;
            } finally {
                socket.close();
            }
        }

        /** Returns the current request, head and body. */
        public String request() {
            return request;
        }

        /** Sends text in ISO 8859-1. */
        public Connection send(String text) throws IOException {
            return send(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        /** Sends bytes. */
        public Connection send(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
            return this;
        }

        /** Closes the connection. */
        public void hangUp() throws IOException {
            socket.close();
        }

        /** Resets the connection. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Sends nothing for that time, or until the client closes the connection. */
        public Connection idle(Duration time) throws IOException {
            closedWithin(time);
            return this;
        }

        /** Waits up to that time; returns whether the client closed the connection. */
        public boolean closedWithin(Duration time) throws IOException {
            socket.setSoTimeout(Math.toIntExact(time.toMillis()));
            try {
                boolean closed = in.read() < 0;
                if (closed) {
                    clientClosed.countDown();
                }
                return closed;
            } catch (SocketTimeoutException e) {
                return false;
            } finally {
                socket.setSoTimeout(0);
            }
        }

        private boolean readRequest() throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    return false;
                }
                head.append((char) next);
            }
            request = head + new String(in.readNBytes(bodyLength(head.toString())), StandardCharsets.UTF_8);
            requests.add(request);
            return true;
        }

        private int bodyLength(String head) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                    .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                    .findFirst()
                    .orElse(0);
        }
    }
}
