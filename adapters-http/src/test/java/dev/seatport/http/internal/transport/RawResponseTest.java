package dev.seatport.http.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawResponseTest {
    private static RawResponse response(int status, @Nullable String type, Buffer body) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        return new RawResponse(status, type == null ? headers : headers.add("Content-Type", type), body);
    }

    private static RawResponse response(int status, @Nullable String type, String body) {
        return response(status, type, Buffer.buffer(body));
    }

    @Test
    void doesNotPrintItsHeadersAndItsBody() {
        assertThat(response(403, "canary", "canary")).hasToString("HTTP 403, 6 bytes");
    }

    @Nested
    class OfAGateway {
        @ParameterizedTest
        @ValueSource(ints = {400, 401, 403, 404, 405, 407, 409, 410, 422, 451})
        void isAnHtmlPageWithAStatusOf4xx(int status) {
            RawResponse page = response(status, "text/html", "<html></html>");
            assertThat(page.isFromGateway()).isTrue();
            assertThat(HttpErrorMapper.kind(page)).isEqualTo(FailureKind.UNAVAILABLE);
        }

        @ParameterizedTest
        @CsvSource({
            "200,MALFORMED_ANSWER",
            "302,MALFORMED_ANSWER",
            "408,UNAVAILABLE",
            "429,RATE_LIMITED",
            "503,UNAVAILABLE"
        })
        void isNoResponseOfAnotherStatus(int status, FailureKind kind) {
            RawResponse page = response(status, "text/html", "<html></html>");
            assertThat(page.isFromGateway()).isFalse();
            assertThat(HttpErrorMapper.kind(page)).isEqualTo(kind);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<",
                    "<!DOCTYPE html>",
                    " \r\n\t<html>",
                    "\uFEFF<html>",
                    "\uFEFF\n <html>",
                    "<?xml version=\"1.0\"?><html/>"
                })
        void beginsWithAnAngleBracketWhateverItsTypeIs(String body) {
            assertThat(response(403, null, body).isFromGateway()).isTrue();
            assertThat(response(403, "text/plain", body).isFromGateway()).isTrue();
            assertThat(response(403, "application/json", body).isFromGateway()).isTrue();
            Buffer wide = Buffer.buffer(body.getBytes(StandardCharsets.UTF_16));
            assertThat(response(403, null, wide).isFromGateway()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "text/html",
                    "TEXT/HTML; charset=utf-8",
                    " text/html;charset=x",
                    "application/xhtml+xml",
                    "Application/XHTML+XML"
                })
        void hasAnHtmlTypeWhateverItBeginsWith(String type) {
            assertThat(response(404, type, "Not found").isFromGateway()).isTrue();
        }

        @ParameterizedTest
        @CsvSource({
            ",Forbidden",
            "text/plain,Forbidden",
            "text/htmlx,Forbidden",
            "application/json,'{\"message\":\"<html>\"}'",
            "application/json,''",
            "text/plain,'  '",
            "text/html,''",
            "text/html,' '",
            ",''"
        })
        void isNotPlainTextJsonOrAnEmptyBody(@Nullable String type, String body) {
            RawResponse response = response(403, type, body);
            response.headers().add("Content-Length", "" + body.length());
            assertThat(response.isFromGateway()).isFalse();
            assertThat(HttpErrorMapper.kind(response)).isEqualTo(FailureKind.PERMISSION_DENIED);
        }

        @Test
        void isAnHtmlPageThatWasTooLarge() {
            RawResponse response = response(403, "text/html", "");
            response.headers().add("Content-Length", "70000");
            assertThat(response.isFromGateway()).isTrue();
        }
    }
}
