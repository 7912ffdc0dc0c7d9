package dev.seatport.c3;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A vendor that makes its listing up while it sends it, so that it may be of any length. */
final class StreamingVendor implements AutoCloseable {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private static final String TOKEN = "{\"token_type\":\"Bearer\",\"expires_in\":\"3599\",\"access_token\":\"t\"}";

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final CountDownLatch closed = new CountDownLatch(1);
    private final long customers;

    /** One with that many customers. */
    StreamingVendor(long customers) throws IOException {
        this.customers = customers;
        start(() -> {
            while (true) {
                Socket socket = listening.accept();
                start(() -> serve(socket));
            }
        });
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /** Waits until the client closes the connection on which a listing came. */
    boolean clientClosed() throws InterruptedException {
        return closed.await(60, TimeUnit.SECONDS);
    }

    /** The id of a customer. */
    static String customer(long number) {
        return new UUID(0x1234_5678_9abc_4defL, Long.reverse(number)).toString();
    }

    /** A row as the vendor's document shows it, with all its fields. */
    static String row(long number) {
        return "{\"Name\":\"Customer number " + number + "\",\"CustomerID\":\"" + customer(number)
                + "\",\"TenantId\":\""
                + new UUID(0x4def_5678_9abc_4defL, Long.reverse(number)) + "\",\"TenantName\":\"Tenant " + number
                + "\",\"DomainName\":\"customer" + number
                + ".onmicrosoft.com\",\"Tags\":\"[{\\\"Key\\\":\\\"Region\\\","
                + "\\\"Value\\\":\\\"North\\\"}]\",\"CurrencyCode\":\"USD\",\"SignupDate\":\"2021-03-04T05:06:07.89\","
                + "\"OnboardStatus\":\"Onboarded\",\"ResellerC3Id\":\"" + customer(1) + "\",\"PaymentMethod\":"
                + "\"Purchase order\",\"PlanName\":\"Standard plan for partners\",\"AutoPay\":\"Yes\",\"DeletedOn\":null,"
                + "\"BillingReferenceId\":\"B-" + number + "\",\"MarketCode\":\"US\"}";
    }

    private void serve(Socket socket) throws IOException {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 64 * 1024);
            for (String request = in.readLine(); request != null; request = in.readLine()) {
                skipRest(in);
                if (request.startsWith("POST ")) {
                    say(out, HEAD + "Content-Length: " + TOKEN.length() + "\r\n\r\n" + TOKEN);
                } else {
                    list(out);
                    return;
                }
            }
        } catch (IOException e) {
            closed.countDown();
        }
    }

    private static void skipRest(BufferedReader in) throws IOException {
        long length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Long.parseLong(
                        line.substring("content-length:".length()).strip());
            }
        }
        while (length > 0) {
            length -= in.skip(length);
        }
    }

    private void list(OutputStream out) throws IOException {
        say(out, HEAD + "Connection: close\r\n\r\n{\"OperationType\":null,\"Data\":[");
        for (long number = 0; number < customers; number++) {
            out.write(((number == 0 ? "" : ",") + row(number)).getBytes(StandardCharsets.UTF_8));
        }
        say(out, "],\"Status\":\"Success\",\"RequestCorrelationID\":\"c-1\"}");
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void start(Io task) {
        Thread thread = new Thread(task::runQuietly, "streaming-vendor");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private interface Io {
        void run() throws IOException;

        default void runQuietly() {
            try {
                run();
            } catch (IOException e) {
                // The other side went away, or the server was closed.
            }
        }
    }
}
