package dev.seatport.http.support;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** HTTP proxy that tunnels to the requested port on the loopback host, whatever the requested host. */
public final class ConnectProxyServer implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final BlockingQueue<Socket> open = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> requestHeads = new LinkedBlockingQueue<>();
    private final String status;

    private ConnectProxyServer(String status) throws IOException {
        this.status = status;
        start(() -> {
            while (true) {
                Socket client = listening.accept();
                open.add(client);
                start(() -> connect(client));
            }
        });
    }

    public static ConnectProxyServer open() throws IOException {
        return new ConnectProxyServer("200 OK");
    }

    /** Creates a proxy that rejects every tunnel with a status. */
    public static ConnectProxyServer refusing(String status) throws IOException {
        return new ConnectProxyServer(status);
    }

    public InetSocketAddress address() {
        return InetSocketAddress.createUnresolved("127.0.0.1", listening.getLocalPort());
    }

    /** Returns the request heads received so far. */
    public BlockingQueue<String> requestHeads() {
        return requestHeads;
    }

    private void connect(Socket client) throws IOException {
        String head = head(client.getInputStream());
        requestHeads.add(head);
        if (!status.startsWith("200")) {
            send(client, status + "\r\nContent-Length: 0");
            client.close();
            return;
        }
        String target = head.substring("CONNECT ".length(), head.indexOf(" HTTP/"));
        int colon = target.lastIndexOf(':');
        Socket server = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(target.substring(colon + 1)));
        open.add(server);
        send(client, status);
        start(() -> transfer(server, client));
        transfer(client, server);
    }

    private static void send(Socket client, String status) throws IOException {
        client.getOutputStream().write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void transfer(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void start(Io task) {
        Thread thread = new Thread(task::runQuietly, "tunnel");
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

    private interface Io {
        void run() throws IOException;

        default void runQuietly() {
            try {
                run();
            } catch (IOException e) {
                // One side closed its connection.
            }
        }
    }
}
