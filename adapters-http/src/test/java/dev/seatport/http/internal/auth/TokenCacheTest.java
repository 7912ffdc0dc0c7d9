package dev.seatport.http.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.spi.ErrorBodyParser;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.TokenMetadata;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.support.FailureAssertions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests the cache with tokens of one hour, to the nanosecond. The clock stands still unless the test moves it. */
class TokenCacheTest {
    private static final Duration NANO = Duration.ofNanos(1);
    /** One hour minus the margin of five minutes. */
    private static final Duration RENEWAL = Duration.ofMinutes(55);

    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final int MAX_TOKENS = 3;

    @RegisterExtension
    private final LocalTokenServer tokens = new LocalTokenServer();

    private boolean maxJitter;
    private @Nullable TokenCache cache;

    /** Random generator that returns the lowest or the highest value. */
    private final class Chance implements RandomGenerator {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public long nextLong(long bound) {
            return maxJitter ? bound - 1 : 0;
        }
    }

    private TokenCache cache() {
        return cache == null ? cache(tokens.client()) : cache;
    }

    private TokenCache cache(TokenClient client) {
        if (cache == null) {
            cache = new TokenCache(
                    tokens.eventLoop(),
                    tokens.eventLoop(),
                    client,
                    tokens.eventLoop(),
                    new Chance(),
                    tokens.secrets(),
                    MAX_TOKENS);
        }
        return cache;
    }

    private static VendorOperation scoped(@Nullable String scope) {
        return new VendorOperation(new Vendor("acme"), "thing", scope);
    }

    private CompletableFuture<String> subscribe(@Nullable String scope) {
        return subscribe(cache().token(scoped(scope)));
    }

    private static CompletableFuture<String> subscribe(Uni<Secret> token) {
        return token.map(Secret::reveal).subscribeAsCompletionStage();
    }

    private String fetch() {
        return FailureAssertions.await(tokens.eventLoop().finish(subscribe((String) null)));
    }

    /** Fetches a token and completes a renewal that this may have started. */
    private String fetchAndRunUntilIdle() {
        String token = fetch();
        tokens.eventLoop().runUntilIdle();
        return token;
    }

    @Nested
    class OneRequest {
        @Test
        void completesAllWaiters() {
            List<CompletableFuture<String>> calls =
                    Stream.generate(() -> subscribe((String) null)).limit(5).toList();
            calls.forEach(call -> assertThat(
                            FailureAssertions.await(tokens.eventLoop().finish(call)))
                    .isEqualTo("token-1"));
            assertThat(tokens.requests()).isOne();
        }

        @Test
        void completesTheOthersIfTheFirstCancels() {
            CompletableFuture<HttpServerRequest> received = new CompletableFuture<>();
            tokens.respond((request, number) -> received.complete(request));
            CompletableFuture<String> first = subscribe((String) null);
            CompletableFuture<String> second = subscribe((String) null);
            assertThat(tokens.eventLoop().runPending()).isTrue();
            first.cancel(true);
            FailureAssertions.await(received).response().end("{\"access_token\":\"token-1\",\"expires_in\":3600}");
            assertThat(FailureAssertions.await(tokens.eventLoop().finish(second)))
                    .isEqualTo("token-1");
        }

        @Test
        void failsAllWaitersAndIsRepeatedForTheNextCall() {
            tokens.respondWithStatus(503);
            List<CompletableFuture<String>> calls =
                    Stream.generate(() -> subscribe((String) null)).limit(3).toList();
            calls.forEach(call -> FailureAssertions.failure(tokens.eventLoop().finish(call), FailureKind.UNAVAILABLE));
            assertThat(tokens.requests()).isOne();
            tokens.respondWithTokens(3_600);
            assertThat(fetch()).isEqualTo("token-2");
        }

        @Test
        void isMadeForEachScope() {
            for (String scope : new String[] {"a", "b", "a", "b"}) {
                FailureAssertions.await(tokens.eventLoop().finish(subscribe(scope)));
            }
            fetch();
            assertThat(tokens.requests()).isEqualTo(3);
        }
    }

    @Nested
    class Renewal {
        @Test
        void isNotDueUntilTheMarginBeforeTheEnd() {
            fetch();
            tokens.eventLoop().advance(RENEWAL.minus(NANO));
            assertThat(fetchAndRunUntilIdle()).isEqualTo("token-1");
            assertThat(tokens.requests()).isOne();
        }

        @Test
        void happensInTheBackgroundOnceItIsDue() {
            fetch();
            tokens.eventLoop().advance(RENEWAL);
            assertThat(fetch()).isEqualTo("token-1");
            assertThat(fetch()).isEqualTo("token-1");
            tokens.eventLoop().runUntilIdle();
            assertThat(fetch()).isEqualTo("token-2");
            assertThat(tokens.requests()).isEqualTo(2);
        }

        @Test
        void isRandomlyUpToOneMarginEarlier() {
            maxJitter = true;
            fetch();
            tokens.eventLoop().advance(RENEWAL.minusSeconds(300));
            assertThat(fetchAndRunUntilIdle()).isEqualTo("token-1");
            assertThat(tokens.requests()).isOne();
            tokens.eventLoop().advance(NANO);
            assertThat(fetchAndRunUntilIdle()).isEqualTo("token-1");
            assertThat(fetch()).isEqualTo("token-2");
        }

        @Test
        void thatFailsIsRetriedAfterAQuarterOfTheRemainingLifetime() {
            fetch();
            tokens.respondWithStatus(503);
            tokens.eventLoop().advance(RENEWAL);
            fetchAndRunUntilIdle();
            assertThat(tokens.requests()).isEqualTo(2);
            tokens.eventLoop().advance(Duration.ofSeconds(75).minus(NANO));
            assertThat(fetchAndRunUntilIdle()).isEqualTo("token-1");
            assertThat(tokens.requests()).isEqualTo(2);
            tokens.eventLoop().advance(NANO);
            assertThat(fetchAndRunUntilIdle()).isEqualTo("token-1");
            assertThat(tokens.requests()).isEqualTo(3);
        }

        @Test
        void thatFailsIsNotRetriedWithinASecond() {
            fetch();
            tokens.respondWithStatus(503);
            tokens.eventLoop().advance(LIFETIME.minusSeconds(2));
            fetchAndRunUntilIdle();
            tokens.eventLoop().advance(Duration.ofSeconds(1).minus(NANO));
            fetchAndRunUntilIdle();
            assertThat(tokens.requests()).isEqualTo(2);
            tokens.eventLoop().advance(NANO);
            fetchAndRunUntilIdle();
            assertThat(tokens.requests()).isEqualTo(3);
        }
    }

    @Nested
    class ATokenThatLivesForDays {
        @Test
        void isRenewedWithinADay() {
            tokens.respondWithTokens(Duration.ofDays(30).toSeconds());
            fetch();
            tokens.eventLoop().advance(Duration.ofHours(24).minusMinutes(5).minus(NANO));
            assertThat(fetchAndRunUntilIdle()).isEqualTo("token-1");
            assertThat(tokens.requests()).isOne();
            tokens.eventLoop().advance(NANO);
            assertThat(fetchAndRunUntilIdle()).isEqualTo("token-1");
            assertThat(fetch()).isEqualTo("token-2");
        }

        @Test
        void isUsedFurtherIfItsRenewalFailsAndRetriedAfterFiveMinutes() {
            tokens.respondWithTokens(Duration.ofDays(30).toSeconds());
            fetch();
            tokens.respondWithStatus(503);
            tokens.eventLoop().advance(Duration.ofHours(24));
            assertThat(fetchAndRunUntilIdle()).isEqualTo("token-1");
            tokens.eventLoop().advance(Duration.ofMinutes(5).minus(NANO));
            assertThat(fetchAndRunUntilIdle()).isEqualTo("token-1");
            assertThat(tokens.requests()).isEqualTo(2);
            tokens.eventLoop().advance(NANO);
            assertThat(fetchAndRunUntilIdle()).isEqualTo("token-1");
            assertThat(tokens.requests()).isEqualTo(3);
            tokens.eventLoop().advance(Duration.ofDays(29).minusMinutes(6));
            assertThat(fetchAndRunUntilIdle()).isEqualTo("token-1");
        }
    }

    @Nested
    class AnExpiredToken {
        @Test
        void isUsedUntilItsLastNanosecond() {
            fetch();
            tokens.eventLoop().advance(LIFETIME.minus(NANO));
            assertThat(fetchAndRunUntilIdle()).isEqualTo("token-1");
        }

        @Test
        void isFetchedAgain() {
            fetch();
            tokens.eventLoop().advance(LIFETIME);
            assertThat(fetch()).isEqualTo("token-2");
            assertThat(tokens.requests()).isEqualTo(2);
        }

        @Test
        void completesItsWaitersThoughItsLifetimeIsZero() {
            tokens.respondWithTokens(0);
            assertThat(fetch()).isEqualTo("token-1");
            assertThat(fetch()).isEqualTo("token-2");
        }
    }

    @Nested
    class ARefusedToken {
        private String replace(String refused) {
            return FailureAssertions.await(
                    tokens.eventLoop().finish(subscribe(cache().replace(scoped(null), Secret.of(refused)))));
        }

        @Test
        void isReplaced() {
            fetch();
            assertThat(replace("token-1")).isEqualTo("token-2");
            assertThat(fetch()).isEqualTo("token-2");
        }

        @Test
        void isReplacedOnceForAllCalls() {
            fetch();
            replace("token-1");
            assertThat(replace("token-1")).isEqualTo("token-2");
            assertThat(tokens.requests()).isEqualTo(2);
        }

        @Test
        void canBeUnknown() {
            assertThat(replace("token-0")).isEqualTo("token-1");
        }
    }

    @Nested
    class FreshTokensThatTheApiRefuses {
        private final VendorOperation seats = new VendorOperation(new Vendor("acme"), "seats", null);
        private final VendorOperation licenses = new VendorOperation(new Vendor("acme"), "licenses", null);
        private final Duration minute = Duration.ofSeconds(60);

        /** Refuses the current token, and replaces it unless the cache pauses. */
        private void refused(VendorOperation vendorOperation) {
            Secret token = Secret.of(fetch());
            assertThat(FailureAssertions.await(tokens.eventLoop()
                            .finish(cache().onRefused(vendorOperation, token).subscribeAsCompletionStage())))
                    .isTrue();
            if (cache().remainingPause(vendorOperation).isZero()) {
                FailureAssertions.await(tokens.eventLoop().finish(subscribe(cache().replace(scoped(null), token))));
            }
        }

        @Test
        void areNoMoreThanThreeInAMinute() {
            for (int i = 0; i < 10; i++) {
                refused(seats);
            }
            assertThat(tokens.requests()).isEqualTo(3);
            assertThat(cache().remainingPause(seats)).isEqualTo(minute);
            tokens.eventLoop().advance(minute);
            refused(seats);
            assertThat(tokens.requests()).isEqualTo(4);
        }

        @Test
        void areCountedForAllOperationsOfAScopeTogether() {
            refused(seats);
            refused(licenses);
            refused(seats);
            assertThat(cache().remainingPause(licenses)).isEqualTo(minute);
            assertThat(cache().remainingPause(new VendorOperation(new Vendor("acme"), "seats", "another")))
                    .isZero();
        }

        @Test
        void areCountedPerOperationThoughTheVendorAcceptsOthers() {
            for (int i = 0; i < 10; i++) {
                cache().onAccepted(licenses, Secret.of(fetch()));
                refused(seats);
            }
            assertThat(tokens.requests()).isEqualTo(3);
            assertThat(cache().remainingPause(licenses)).isZero();
        }

        @Test
        void areResetAfterASuccessfulResponse() {
            for (int i = 0; i < 3; i++) {
                refused(seats);
            }
            cache().onAccepted(seats, Secret.of(fetch()));
            assertThat(cache().remainingPause(seats)).isZero();
        }

        @Test
        void areNotRenewedWhileNoneIsFetched() {
            fetch();
            tokens.eventLoop().advance(RENEWAL.minusSeconds(1));
            for (int i = 0; i < 2; i++) {
                refused(seats);
            }
            tokens.eventLoop().advance(RENEWAL.minusSeconds(1));
            refused(seats);
            tokens.eventLoop().advance(Duration.ofSeconds(2));
            fetchAndRunUntilIdle();
            assertThat(tokens.requests()).isEqualTo(3);
            tokens.eventLoop().advance(minute);
            fetchAndRunUntilIdle();
            assertThat(tokens.requests()).isEqualTo(4);
        }

        @Test
        void failCallsThatNeedATokenAfterTheLastOneExpired() {
            fetch();
            for (int i = 0; i < 2; i++) {
                refused(seats);
            }
            // A later call would renew the token.
            Secret last = Secret.of(fetch());
            tokens.eventLoop().advance(LIFETIME.minusSeconds(1));
            assertThat(FailureAssertions.await(tokens.eventLoop()
                            .finish(cache().onRefused(seats, last).subscribeAsCompletionStage())))
                    .isTrue();
            tokens.eventLoop().advance(Duration.ofSeconds(1));
            assertThat(FailureAssertions.failure(
                            tokens.eventLoop().finish(subscribe((String) null)), FailureKind.AUTHENTICATION_FAILED))
                    .hasMessageContaining("refused several fresh tokens in a row; none is fetched for 59 s");
            assertThat(tokens.requests()).isEqualTo(3);
        }
    }

    @Nested
    class TokensOfAudiences {
        private final VendorOperation operation = scoped(null);

        @BeforeEach
        void connect() {
            cache(tokens.clientPerAudience(ErrorBodyParser.none()));
        }

        private CompletableFuture<String> request(String audience) {
            return subscribe(cache().token(operation.forAudience(audience)));
        }

        private String fetch(String audience) {
            return FailureAssertions.await(tokens.eventLoop().finish(request(audience)));
        }

        @Test
        void areFetchedOnceForEachAudienceFromItsUrl() {
            assertThat(fetch("one")).isEqualTo("token-1");
            assertThat(fetch("a b")).isEqualTo("token-2");
            assertThat(fetch("one")).isEqualTo("token-1");
            assertThat(fetch("a b")).isEqualTo("token-2");
            assertThat(tokens.paths()).containsExactly("/one/token", "/a%20b/token");
        }

        @Test
        void areFetchedWithOneRequestForAllCallsOfAnAudience() {
            List<CompletableFuture<String>> calls = Stream.of("one", "two", "one", "two", "one")
                    .map(this::request)
                    .toList();
            calls.forEach(call -> FailureAssertions.await(tokens.eventLoop().finish(call)));
            assertThat(tokens.paths()).containsExactlyInAnyOrder("/one/token", "/two/token");
            assertThat(FailureAssertions.await(calls.get(0))).isEqualTo(FailureAssertions.await(calls.get(4)));
        }

        @Test
        void areFetchedForEachScopeOfAnAudience() {
            fetch("one");
            VendorOperation other = scoped("read").forAudience("one");
            FailureAssertions.await(tokens.eventLoop().finish(subscribe(cache().token(other))));
            assertThat(tokens.paths()).containsExactly("/one/token", "/one/token");
        }

        @Test
        void areRemovedWhenTheCacheIsFullTheLongestUnusedFirst() {
            fetch("one");
            fetch("two");
            fetch("three");
            fetch("one");
            fetch("four");
            assertThat(cache().cached(operation.forAudience("three"))).isNotNull();
            assertThat(cache().cached(operation.forAudience("one"))).isNotNull();
            assertThat(cache().cached(operation.forAudience("four"))).isNotNull();
            assertThat(fetch("two")).isEqualTo("token-5");
        }

        @Test
        void areKeptWhileCallsWaitForThem() {
            CompletableFuture<HttpServerRequest> received = new CompletableFuture<>();
            tokens.respond((request, number) -> {
                if (number == 1) {
                    received.complete(request);
                } else {
                    request.response().end("{\"access_token\":\"other\",\"expires_in\":3600}");
                }
            });
            CompletableFuture<String> first = request("one");
            tokens.eventLoop().runPending();
            HttpServerRequest pending = FailureAssertions.await(received);
            for (String audience : List.of("two", "three", "four", "five")) {
                fetch(audience);
            }
            CompletableFuture<String> second = request("one");
            tokens.eventLoop().runPending();
            pending.response().end("{\"access_token\":\"first\",\"expires_in\":3600}");
            assertThat(FailureAssertions.await(tokens.eventLoop().finish(first)))
                    .isEqualTo("first");
            assertThat(FailureAssertions.await(tokens.eventLoop().finish(second)))
                    .isEqualTo("first");
            assertThat(tokens.paths()).filteredOn("/one/token"::equals).hasSize(1);
        }

        @Test
        void areReplacedForTheirAudienceOnly() {
            fetch("one");
            fetch("two");
            Secret refused = Secret.of("token-1");
            assertThat(FailureAssertions.await(tokens.eventLoop()
                            .finish(subscribe(cache().replace(operation.forAudience("one"), refused)))))
                    .isEqualTo("token-3");
            assertThat(fetch("two")).isEqualTo("token-2");
        }

        @Test
        void arePausedForTheirAudienceOnly() {
            VendorOperation one = operation.forAudience("one");
            for (int i = 0; i < 3; i++) {
                Secret refused = Secret.of(fetch("one"));
                FailureAssertions.await(tokens.eventLoop()
                        .finish(cache().onRefused(one, refused).subscribeAsCompletionStage()));
                if (i < 2) {
                    FailureAssertions.await(tokens.eventLoop().finish(subscribe(cache().replace(one, refused))));
                }
            }
            assertThat(cache().remainingPause(one)).isEqualTo(Duration.ofSeconds(60));
            assertThat(cache().remainingPause(operation.forAudience("two"))).isZero();
        }

        @Test
        void haveTheirMetadataThoughTheCacheIsFull() {
            for (String audience : List.of("one", "two", "three", "four")) {
                TokenMetadata metadata = FailureAssertions.await(tokens.eventLoop()
                        .finish(cache().tokenInfo(operation.forAudience(audience))
                                .subscribeAsCompletionStage()));
                assertThat(metadata.lifetime()).isEqualTo(LIFETIME);
            }
        }
    }

    @Test
    void showsNoScopeThatEchoesTheToken() {
        String token = "a-token-that-must-not-be-shown";
        tokens.respond((request, number) -> request.response()
                .end("{\"access_token\":\"" + token + "\",\"expires_in\":90,\"scope\":\"a " + token + " b\"}"));
        TokenMetadata tokenMetadata = FailureAssertions.await(
                tokens.eventLoop().finish(cache().tokenInfo(scoped("a")).subscribeAsCompletionStage()));
        assertThat(tokenMetadata.grantedScopes()).containsExactlyInAnyOrder("a", "b");
        assertThat(tokens.secrets().detects(token)).isTrue();
    }

    @Nested
    class WithoutARequest {
        @Test
        void aTokenIsCachedUntilItExpires() {
            assertThat(cache().cached(scoped(null))).isNull();
            fetch();
            assertThat(cache().cached(scoped(null))).isEqualTo(Secret.of("token-1"));
            assertThat(cache().cached(scoped("another"))).isNull();
            tokens.eventLoop().advance(LIFETIME);
            assertThat(cache().cached(scoped(null))).isNull();
            assertThat(tokens.requests()).isOne();
        }

        @Test
        void aCachedTokenIsRenewedInTime() {
            fetch();
            tokens.eventLoop().advance(RENEWAL);
            assertThat(cache().cached(scoped(null))).isEqualTo(Secret.of("token-1"));
            tokens.eventLoop().runUntilIdle();
            assertThat(cache().cached(scoped(null))).isEqualTo(Secret.of("token-2"));
        }

        private boolean isCurrent(String used) {
            VendorOperation vendorOperation = new VendorOperation(new Vendor("acme"), "thing", null);
            return FailureAssertions.await(tokens.eventLoop()
                    .finish(cache().onRefused(vendorOperation, Secret.of(used)).subscribeAsCompletionStage()));
        }

        @Test
        void theCurrentTokenIsTheLastOne() {
            assertThat(isCurrent("token-1")).isFalse();
            fetch();
            assertThat(isCurrent("token-1")).isTrue();
            assertThat(isCurrent("token-0")).isFalse();
            tokens.eventLoop().advance(LIFETIME);
            fetch();
            assertThat(isCurrent("token-1")).isFalse();
            assertThat(isCurrent("token-2")).isTrue();
        }
    }

    @Test
    void returnsTheDetailsOfTheTokenOfAScope() {
        tokens.respond((request, number) -> request.response()
                .putHeader("Date", "Thu, 01 Jan 1970 00:00:07 GMT")
                .end("{\"access_token\":\"t\",\"expires_in\":90,\"scope\":\"a b\"}"));
        TokenMetadata tokenMetadata = FailureAssertions.await(
                tokens.eventLoop().finish(cache().tokenInfo(scoped("a")).subscribeAsCompletionStage()));
        assertThat(tokenMetadata)
                .isEqualTo(new TokenMetadata("a", Duration.ofSeconds(90), Set.of("a", "b"), Duration.ofSeconds(-7)));
    }
}
