package dev.seatport.http.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.support.VendorServer;
import dev.seatport.ports.failure.VendorException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VendorRequestTest {
    private static final VendorOperation THINGS = new VendorOperation(VendorServer.ACME, "things", "read");

    private static VendorRequest.Builder things() {
        return VendorRequest.get(THINGS).path("/things");
    }

    private static void assertInvalid(ThrowingCallable building, String explanation) {
        assertThatThrownBy(building).isInstanceOfSatisfying(VendorException.class, failure -> {
            assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
            assertThat(failure).hasMessageContaining(explanation);
            assertThat(failure.getMessage()).doesNotContain("\r", "\n", "\u0000");
        });
    }

    @Nested
    class QueryValue {
        @ParameterizedTest
        @CsvSource({
            "customerId eq 0a1b,customerId%20eq%200a1b",
            "a&b=c#d?e/f%,a%26b%3Dc%23d%3Fe%2Ff%25",
            "a+b*c~d,a%2Bb%2Ac~d",
            "é,%C3%A9",
            "😀,%F0%9F%98%80",
            "'',''"
        })
        void isEncoded(String value, String sent) {
            assertThat(things().query("$filter", value).build().pathAndQuery()).isEqualTo("/things?$filter=" + sent);
        }

        @Test
        void cannotStartAnotherHeader() {
            assertThat(things().query("q", "a\r\nX: 1\u0000").build().pathAndQuery())
                    .isEqualTo("/things?q=a%0D%0AX%3A%201%00");
        }

        @Test
        void mayFollowANumber() {
            assertThat(things().query("size", 5).query("state", "on").build().pathAndQuery())
                    .isEqualTo("/things?size=5&state=on");
        }

        @ParameterizedTest
        @ValueSource(strings = {"\ud800", "a\udc00b"})
        void isRejectedIfItHasNoUtf8Form(String value) {
            assertInvalid(() -> things().query("q", value), "the query parameter q cannot be sent");
        }
    }

    @Nested
    class Header {
        @Test
        void isSentInAdditionToThoseOfTheClient() {
            VendorRequest request = things().header("ConsistencyLevel", "eventual")
                    .header("Accept", "application/json;odata.metadata=none")
                    .build();
            assertThat(request.headers())
                    .containsEntry("consistencylevel", "eventual")
                    .containsEntry("Accept", "application/json;odata.metadata=none")
                    .hasSize(2);
        }

        @Test
        void replacesAnEarlierValueInAnyLetterCase() {
            assertThat(things().header("Prefer", "a")
                            .header("PREFER", "b")
                            .build()
                            .headers())
                    .hasSize(1)
                    .containsEntry("prefer", "b");
        }

        @Test
        void doesNotChangeARequestThatWasBuilt() {
            VendorRequest.Builder builder = things().header("a", "1");
            VendorRequest request = builder.build();
            builder.header("b", "2");
            assertThat(request.headers()).hasSize(1);
            assertThatThrownBy(() -> request.headers().put("c", "3")).isInstanceOf(RuntimeException.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\r\nX-Evil: 1", "a\rb", "a\nb", "a\u0000b", "a\u007f", "é", "\u0001"})
        void isRejectedWithAValueThatCouldStartAnotherHeader(String value) {
            assertInvalid(() -> things().header("Prefer", value), "the header Prefer cannot be sent: its value holds");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "a b", "a:b", "a\r\nb", "é", "a\u0000"})
        void isRejectedWithAnInvalidName(String name) {
            assertInvalid(() -> things().header(name, "1"), "cannot be sent: its name is not valid");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Authorization",
                    "HOST",
                    "content-length",
                    "Transfer-Encoding",
                    "Connection",
                    "User-Agent",
                    "Accept-Encoding",
                    "Content-Type",
                    "Expect",
                    "Upgrade",
                    "Proxy-Authorization"
                })
        void isRejectedIfTheClientSetsIt(String name) {
            assertInvalid(() -> things().header(name, "1"), "cannot be sent: the client sets it");
        }
    }

    @Nested
    class Audience {
        @Test
        void belongsToTheOperation() {
            VendorOperation operation = things().audience("tenant-1").build().operation();
            assertThat(operation).isEqualTo(new VendorOperation(VendorServer.ACME, "things", "read", "tenant-1"));
            assertThat(things().build().operation().audience()).isNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "..", "a/b", "a?b", "a#b", "a%2fb", "a\r\nb", "\u0000"})
        void isRejectedIfItMustNotAppearInAPath(String audience) {
            assertInvalid(() -> things().audience(audience), "the audience cannot be sent: it ");
        }

        @Test
        void isNamedByFailures() {
            VendorException failure = THINGS.forAudience("tenant \u202E1")
                    .failure(FailureKind.NOT_FOUND, "gone")
                    .build();
            assertThat(failure.audience()).hasValue("tenant__1");
            assertThat(failure).hasMessage("acme things: NOT_FOUND: gone (audience tenant__1)");
        }
    }
}
