package dev.seatport.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScriptedServerTest {
    private static final String REQUEST = "POST /things HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc";

    private static Socket connected(ScriptedServer server) throws IOException {
        URI url = server.url("/");
        return new Socket(url.getHost(), url.getPort());
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        client.getOutputStream().flush();
    }

    private static String read(InputStream in, int bytes) throws IOException {
        return new String(in.readNBytes(bytes), StandardCharsets.ISO_8859_1);
    }

    @Test
    void respondsToEachRequestAndRecordsHeadAndBody() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering("HTTP/1.1 204 No Content\r\n\r\n");
                Socket client = connected(server)) {
            for (int i = 0; i < 2; i++) {
                send(client, REQUEST);
                assertThat(read(client.getInputStream(), 12)).isEqualTo("HTTP/1.1 204");
                client.getInputStream().readNBytes(15);
                assertThat(server.request()).isEqualTo(REQUEST);
            }
            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.clientClosedAlready()).isFalse();
            client.shutdownOutput();
            assertThat(server.clientClosed()).isTrue();
            assertThat(server.clientClosedAlready()).isTrue();
        }
    }

    @Test
    void readsRequestsWithoutABody() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(
                        connection -> connection.send(connection.request().substring(0, 6)));
                Socket client = connected(server)) {
            send(client, "GET /a HTTP/1.1\r\n\r\n");
            assertThat(read(client.getInputStream(), 6)).isEqualTo("GET /a");
        }
    }

    @Test
    void closesAConnectionDuringAResponse() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(
                        connection -> connection.send("HTTP").hangUp());
                Socket client = connected(server)) {
            send(client, REQUEST);
            assertThat(client.getInputStream().readAllBytes()).asString().isEqualTo("HTTP");
        }
    }

    @Test
    void resetsAConnection() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(ScriptedServer.Connection::reset);
                Socket client = connected(server)) {
            send(client, REQUEST);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void pausesAndContinues() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(
                        connection -> connection.idle(Duration.ofMillis(20)).send("x"));
                Socket client = connected(server)) {
            send(client, REQUEST);
            assertThat(client.getInputStream().read()).isEqualTo('x');
        }
    }

    @Test
    void detectsAClientThatClosesDuringAPause() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.answering(connection -> connection.closedWithin(Duration.ofSeconds(60)));
                Socket client = connected(server)) {
            send(client, REQUEST);
            assertThat(server.request()).isEqualTo(REQUEST);
            client.shutdownOutput();
            assertThat(server.clientClosed()).isTrue();
        }
    }
}
