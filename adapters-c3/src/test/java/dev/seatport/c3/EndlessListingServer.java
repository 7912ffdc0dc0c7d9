package dev.seatport.c3;

import dev.seatport.testkit.http.ScriptedServer;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;

/** Server that generates a listing of any length while it sends it. */
final class EndlessListingServer implements AutoCloseable {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private static final String TOKEN = "{\"token_type\":\"Bearer\",\"expires_in\":\"3599\",\"access_token\":\"t\"}";
    private static final int BUFFER_CHARS = 64 * 1024;

    private final ScriptedServer server = ScriptedServer.answering(this::respond);
    private final long customers;

    EndlessListingServer(long customers) throws IOException {
        this.customers = customers;
    }

    URI url() {
        return server.url("");
    }

    /** Waits until the client closes the connection of a listing. */
    boolean clientClosed() throws InterruptedException {
        return server.clientClosed();
    }

    /** Returns the id of a customer. */
    static String customer(long number) {
        return new UUID(0x1234_5678_9abc_4defL, Long.reverse(number)).toString();
    }

    /** Returns a row with all documented fields. */
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

    private void respond(ScriptedServer.Connection connection) throws IOException {
        if (connection.request().startsWith("POST ")) {
            connection.send(HEAD + "Content-Length: " + TOKEN.length() + "\r\n\r\n" + TOKEN);
            return;
        }
        StringBuilder rows = new StringBuilder(HEAD + "Connection: close\r\n\r\n{\"OperationType\":null,\"Data\":[");
        for (long number = 0; number < customers; number++) {
            rows.append(number == 0 ? "" : ",").append(row(number));
            if (rows.length() > BUFFER_CHARS) {
                connection.send(rows.toString());
                rows.setLength(0);
            }
        }
        connection.send(rows + "],\"Status\":\"Success\",\"RequestCorrelationID\":\"c-1\"}");
        connection.hangUp();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
