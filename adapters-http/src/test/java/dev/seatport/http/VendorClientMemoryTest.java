package dev.seatport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.http.support.VendorServer;
import dev.seatport.testkit.http.ScriptedServer;
import dev.seatport.testkit.http.SmallHeapProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Endless responses in a process with a heap of 64 MiB. */
@Tag("slow")
class VendorClientMemoryTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n\r\n";

    @TempDir
    private Path folder = Path.of("");

    /** Creates a server that sends a prefix and then endless repetitions of a text, in chunks. */
    private static ScriptedServer endless(String status, String prefix, String repeated) throws IOException {
        String more = chunk(repeated.repeat(16_384 / repeated.length()));
        return ScriptedServer.answering(connection -> {
            connection.send("HTTP/1.1 " + status + "\r\n" + CHUNKED + chunk(prefix));
            while (true) {
                connection.send(more);
            }
        });
    }

    private static String chunk(String content) {
        return Integer.toHexString(content.length()) + "\r\n" + content + "\r\n";
    }

    private static ScriptedServer declared(long bytes) throws IOException {
        return ScriptedServer.answering(connection -> {
            connection.send(OK + "Content-Length: " + bytes + "\r\n\r\n[");
            while (true) {
                connection.send("1,".repeat(8_192));
            }
        });
    }

    private static ScriptedServer tokens() throws IOException {
        String token = VendorServer.token("t");
        return ScriptedServer.answering(OK + "Content-Length: " + token.length() + "\r\n\r\n" + token);
    }

    /** Runs calls in one process and returns their outcomes. Asserts that each connection was closed. */
    private List<String> outcomes(String tokenUrl, String kind, int concurrency, ScriptedServer... servers)
            throws Exception {
        List<String> arguments = new ArrayList<>(List.of(tokenUrl));
        for (ScriptedServer server : servers) {
            arguments.addAll(
                    List.of(kind, Integer.toString(concurrency), server.url("").toString()));
        }
        List<String> printed = SmallHeapProcess.run(folder, VendorClientSmallHeapProgram.class, arguments);
        for (ScriptedServer server : servers) {
            assertThat(server.clientClosed()).isTrue();
        }
        return printed;
    }

    @Test
    void isEnoughForOneEndlessResponse() throws Exception {
        try (ScriptedServer tokens = tokens();
                ScriptedServer array = endless("200 OK", "[", "1,");
                ScriptedServer string = endless("200 OK", "{\"name\":\"", "x");
                ScriptedServer depth = endless("200 OK", "[", "[");
                ScriptedServer declared = declared(2L * 1024 * 1024 * 1024);
                ScriptedServer error = endless("500 Oops", "[", "1,")) {
            assertThat(outcomes(tokens.url("").toString(), "thing", 1, array, string, depth, declared, error))
                    .containsExactly(
                            "ANSWER_TOO_LARGE",
                            "ANSWER_TOO_LARGE",
                            "ANSWER_TOO_LARGE",
                            "ANSWER_TOO_LARGE",
                            "UNAVAILABLE");
        }
    }

    @Test
    void isEnoughForEightConcurrentResponses() throws Exception {
        try (ScriptedServer tokens = tokens();
                ScriptedServer array = endless("200 OK", "[", "1,")) {
            assertThat(outcomes(tokens.url("").toString(), "thing", 8, array))
                    .hasSize(8)
                    .containsOnly("ANSWER_TOO_LARGE");
        }
    }

    @Test
    void isEnoughForAnEndlessTokenResponse() throws Exception {
        try (ScriptedServer array = endless("200 OK", "[", "1,");
                ScriptedServer declared = declared(2L * 1024 * 1024 * 1024)) {
            assertThat(outcomes("-", "thing", 1, array, declared))
                    .containsExactly("ANSWER_TOO_LARGE", "ANSWER_TOO_LARGE");
        }
    }

    @Test
    void isEnoughForAnEndlessStreamedListing() throws Exception {
        try (ScriptedServer tokens = tokens();
                ScriptedServer rows = endless("200 OK", "{\"data\":[", "{\"id\":1},");
                ScriptedServer named =
                        endless("200 OK", "{\"data\":[", "{\"id\":1,\"name\":\"" + "x".repeat(900) + "\"},");
                ScriptedServer row = endless("200 OK", "{\"data\":[{", "\"a\":[1],");
                ScriptedServer inRow = endless("200 OK", "{\"data\":[{\"a\":[0", ",1");
                ScriptedServer string = endless("200 OK", "{\"data\":[{\"name\":\"", "x");
                ScriptedServer name = endless("200 OK", "{\"data\":[{\"", "x");
                ScriptedServer number = endless("200 OK", "{\"data\":[{\"id\":1", "1");
                ScriptedServer around = endless("200 OK", "{\"around\":[0", ",1");
                ScriptedServer blank = endless("200 OK", " ", " ");
                ScriptedServer declared = declared(2L * 1024 * 1024 * 1024)) {
            assertThat(outcomes(
                            tokens.url("").toString(),
                            "numbers",
                            1,
                            rows,
                            named,
                            row,
                            inRow,
                            string,
                            name,
                            number,
                            around,
                            blank,
                            declared))
                    .containsExactly(
                            "ANSWER_TOO_LARGE",
                            "ANSWER_TOO_LARGE",
                            "MALFORMED_ANSWER",
                            "ANSWER_TOO_LARGE",
                            "ANSWER_TOO_LARGE",
                            "MALFORMED_ANSWER",
                            "MALFORMED_ANSWER",
                            "ANSWER_TOO_LARGE",
                            "ANSWER_TOO_LARGE",
                            "ANSWER_TOO_LARGE");
        }
    }
}
