package dev.seatport.http.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.TokenInfo;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.support.FailureAssertions;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tokens that live an hour, to the nanosecond: the clock stands still unless the test moves it. */
class TokenCacheTest {
    private static final Duration NANO = Duration.ofNanos(1);
    /** An hour less the margin of five minutes. */
    private static final Duration RENEWAL = Duration.ofMinutes(55);

    private static final Duration DEATH = Duration.ofHours(1);

    @RegisterExtension
    private final LocalTokenServer tokens = new LocalTokenServer();

    private boolean early;
    private @Nullable TokenCache source;

    /** The least or the most that chance can give. */
    private final class Chance implements RandomGenerator {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public long nextLong(long bound) {
            return early ? bound - 1 : 0;
        }
    }

    private TokenCache source() {
        if (source == null) {
            source = new TokenCache(
                    tokens.loop(), tokens.loop(), tokens.endpoint(), tokens.loop(), new Chance(), tokens.secrets());
        }
        return source;
    }

    private CompletableFuture<String> begin(@Nullable String scope) {
        return begin(source().token(scope));
    }

    private static CompletableFuture<String> begin(Uni<Secret> token) {
        return token.map(Secret::reveal).subscribeAsCompletionStage();
    }

    private String ask() {
        return FailureAssertions.await(tokens.loop().finish(begin((String) null)));
    }

    /** Asks, and lets a renewal that this may have begun come to its end. */
    private String askAndSettle() {
        String token = ask();
        tokens.loop().settle();
        return token;
    }

    @Nested
    class OneRequest {
        @Test
        void servesAllWhoWaitForIt() {
            List<CompletableFuture<String>> calls =
                    Stream.generate(() -> begin((String) null)).limit(5).toList();
            calls.forEach(
                    call -> assertThat(FailureAssertions.await(tokens.loop().finish(call)))
                            .isEqualTo("token-1"));
            assertThat(tokens.requests()).isOne();
        }

        @Test
        void servesTheOthersWhenTheFirstOfThemLeaves() {
            CompletableFuture<String> first = begin((String) null);
            CompletableFuture<String> second = begin((String) null);
            assertThat(tokens.loop().busy()).isTrue();
            first.cancel(true);
            assertThat(FailureAssertions.await(tokens.loop().finish(second))).isEqualTo("token-1");
        }

        @Test
        void failsForAllWhoWaitForItAndIsMadeAgainForTheNext() {
            tokens.refuses(503);
            List<CompletableFuture<String>> calls =
                    Stream.generate(() -> begin((String) null)).limit(3).toList();
            calls.forEach(call -> FailureAssertions.failure(tokens.loop().finish(call), FailureKind.UNAVAILABLE));
            assertThat(tokens.requests()).isOne();
            tokens.givesTokensFor(3_600);
            assertThat(ask()).isEqualTo("token-2");
        }

        @Test
        void isMadeForEachScope() {
            for (String scope : new String[] {"a", "b", "a", "b"}) {
                FailureAssertions.await(tokens.loop().finish(begin(scope)));
            }
            ask();
            assertThat(tokens.requests()).isEqualTo(3);
        }
    }

    @Nested
    class Renewal {
        @Test
        void isNotDueUntilTheMarginBeforeTheEnd() {
            ask();
            tokens.loop().advance(RENEWAL.minus(NANO));
            assertThat(askAndSettle()).isEqualTo("token-1");
            assertThat(tokens.requests()).isOne();
        }

        @Test
        void happensInTheBackgroundOnceItIsDue() {
            ask();
            tokens.loop().advance(RENEWAL);
            assertThat(ask()).isEqualTo("token-1");
            assertThat(ask()).isEqualTo("token-1");
            tokens.loop().settle();
            assertThat(ask()).isEqualTo("token-2");
            assertThat(tokens.requests()).isEqualTo(2);
        }

        @Test
        void mayComeByChanceUpToOneMoreMarginEarlier() {
            early = true;
            ask();
            tokens.loop().advance(RENEWAL.minusSeconds(300));
            assertThat(askAndSettle()).isEqualTo("token-1");
            assertThat(tokens.requests()).isOne();
            tokens.loop().advance(NANO);
            assertThat(askAndSettle()).isEqualTo("token-1");
            assertThat(ask()).isEqualTo("token-2");
        }

        @Test
        void thatFailsIsTriedAgainAfterAQuarterOfTheLifeThatIsLeft() {
            ask();
            tokens.refuses(503);
            tokens.loop().advance(RENEWAL);
            askAndSettle();
            assertThat(tokens.requests()).isEqualTo(2);
            tokens.loop().advance(Duration.ofSeconds(75).minus(NANO));
            assertThat(askAndSettle()).isEqualTo("token-1");
            assertThat(tokens.requests()).isEqualTo(2);
            tokens.loop().advance(NANO);
            assertThat(askAndSettle()).isEqualTo("token-1");
            assertThat(tokens.requests()).isEqualTo(3);
        }

        @Test
        void thatFailsIsNotTriedAgainWithinASecond() {
            ask();
            tokens.refuses(503);
            tokens.loop().advance(DEATH.minusSeconds(2));
            askAndSettle();
            tokens.loop().advance(Duration.ofSeconds(1).minus(NANO));
            askAndSettle();
            assertThat(tokens.requests()).isEqualTo(2);
            tokens.loop().advance(NANO);
            askAndSettle();
            assertThat(tokens.requests()).isEqualTo(3);
        }
    }

    @Nested
    class ATokenThatLivesForDays {
        @Test
        void isRenewedWithinADay() {
            tokens.givesTokensFor(Duration.ofDays(30).toSeconds());
            ask();
            tokens.loop().advance(Duration.ofHours(24).minusMinutes(5).minus(NANO));
            assertThat(askAndSettle()).isEqualTo("token-1");
            assertThat(tokens.requests()).isOne();
            tokens.loop().advance(NANO);
            assertThat(askAndSettle()).isEqualTo("token-1");
            assertThat(ask()).isEqualTo("token-2");
        }

        @Test
        void servesOnWhereItsRenewalFailsWhichIsTriedAgainAfterFiveMinutes() {
            tokens.givesTokensFor(Duration.ofDays(30).toSeconds());
            ask();
            tokens.refuses(503);
            tokens.loop().advance(Duration.ofHours(24));
            assertThat(askAndSettle()).isEqualTo("token-1");
            tokens.loop().advance(Duration.ofMinutes(5).minus(NANO));
            assertThat(askAndSettle()).isEqualTo("token-1");
            assertThat(tokens.requests()).isEqualTo(2);
            tokens.loop().advance(NANO);
            assertThat(askAndSettle()).isEqualTo("token-1");
            assertThat(tokens.requests()).isEqualTo(3);
            tokens.loop().advance(Duration.ofDays(29).minusMinutes(6));
            assertThat(askAndSettle()).isEqualTo("token-1");
        }
    }

    @Nested
    class ADeadToken {
        @Test
        void servesUntilItsLastNanosecond() {
            ask();
            tokens.loop().advance(DEATH.minus(NANO));
            assertThat(askAndSettle()).isEqualTo("token-1");
        }

        @Test
        void isWaitedForAnew() {
            ask();
            tokens.loop().advance(DEATH);
            assertThat(ask()).isEqualTo("token-2");
            assertThat(tokens.requests()).isEqualTo(2);
        }

        @Test
        void servesThoseWhoWaitedForItThoughItNeverLived() {
            tokens.givesTokensFor(0);
            assertThat(ask()).isEqualTo("token-1");
            assertThat(ask()).isEqualTo("token-2");
        }
    }

    @Nested
    class ARefusedToken {
        private String replace(String refused) {
            return FailureAssertions.await(tokens.loop().finish(begin(source().replace(null, Secret.of(refused)))));
        }

        @Test
        void isReplaced() {
            ask();
            assertThat(replace("token-1")).isEqualTo("token-2");
            assertThat(ask()).isEqualTo("token-2");
        }

        @Test
        void isReplacedOnceForAllWhoMetTheRefusal() {
            ask();
            replace("token-1");
            assertThat(replace("token-1")).isEqualTo("token-2");
            assertThat(tokens.requests()).isEqualTo(2);
        }

        @Test
        void mayBeOneThatNobodyKnows() {
            assertThat(replace("token-0")).isEqualTo("token-1");
        }
    }

    @Nested
    class FreshTokensThatTheApiRefuses {
        private final VendorOperation seats = new VendorOperation(new Vendor("acme"), "seats", null);
        private final VendorOperation licenses = new VendorOperation(new Vendor("acme"), "licenses", null);
        private final Duration minute = Duration.ofSeconds(60);

        /** The API refuses the current token, and another one is asked for. */
        private void refused(VendorOperation vendorOperation) {
            Secret token = Secret.of(ask());
            assertThat(FailureAssertions.await(tokens.loop()
                            .finish(source().refused(vendorOperation, token).subscribeAsCompletionStage())))
                    .isTrue();
            if (source().pause(vendorOperation).isZero()) {
                FailureAssertions.await(tokens.loop().finish(begin(source().replace(null, token))));
            }
        }

        @Test
        void areNoMoreThanThreeInAMinute() {
            for (int i = 0; i < 10; i++) {
                refused(seats);
            }
            assertThat(tokens.requests()).isEqualTo(3);
            assertThat(source().pause(seats)).isEqualTo(minute);
            tokens.loop().advance(minute);
            refused(seats);
            assertThat(tokens.requests()).isEqualTo(4);
        }

        @Test
        void areCountedForAllOperationsOfAScopeTogether() {
            refused(seats);
            refused(licenses);
            refused(seats);
            assertThat(source().pause(licenses)).isEqualTo(minute);
            assertThat(source().pause(new VendorOperation(new Vendor("acme"), "seats", "another")))
                    .isZero();
        }

        @Test
        void areCountedForAnOperationThoughTheVendorAnswersOthers() {
            for (int i = 0; i < 10; i++) {
                source().proven(licenses, Secret.of(ask()));
                refused(seats);
            }
            assertThat(tokens.requests()).isEqualTo(3);
            assertThat(source().pause(licenses)).isZero();
        }

        @Test
        void areForgottenAfterAGoodResponse() {
            for (int i = 0; i < 3; i++) {
                refused(seats);
            }
            source().proven(seats, Secret.of(ask()));
            assertThat(source().pause(seats)).isZero();
        }

        @Test
        void areNotRenewedWhileNoneIsFetched() {
            ask();
            tokens.loop().advance(RENEWAL.minusSeconds(1));
            for (int i = 0; i < 2; i++) {
                refused(seats);
            }
            tokens.loop().advance(RENEWAL.minusSeconds(1));
            refused(seats);
            tokens.loop().advance(Duration.ofSeconds(2));
            askAndSettle();
            assertThat(tokens.requests()).isEqualTo(3);
            tokens.loop().advance(minute);
            askAndSettle();
            assertThat(tokens.requests()).isEqualTo(4);
        }

        @Test
        void failThoseWhoNeedATokenAfterTheLastOneDied() {
            ask();
            for (int i = 0; i < 2; i++) {
                refused(seats);
            }
            // To ask later would renew the token.
            Secret last = Secret.of(ask());
            tokens.loop().advance(DEATH.minusSeconds(1));
            assertThat(FailureAssertions.await(
                            tokens.loop().finish(source().refused(seats, last).subscribeAsCompletionStage())))
                    .isTrue();
            tokens.loop().advance(Duration.ofSeconds(1));
            assertThat(FailureAssertions.failure(
                            tokens.loop().finish(begin((String) null)), FailureKind.AUTHENTICATION_FAILED))
                    .hasMessageContaining("refused several fresh tokens in a row; none is fetched for 59 s");
            assertThat(tokens.requests()).isEqualTo(3);
        }
    }

    @Test
    void showsNoScopeThatEchoesTheToken() {
        String token = "a-token-that-nobody-may-see";
        tokens.answers((request, number) -> request.response()
                .end("{\"access_token\":\"" + token + "\",\"expires_in\":90,\"scope\":\"a " + token + " b\"}"));
        TokenInfo tokenInfo = FailureAssertions.await(
                tokens.loop().finish(source().access("a").subscribeAsCompletionStage()));
        assertThat(tokenInfo.granted()).containsExactlyInAnyOrder("a", "b");
        assertThat(tokens.secrets().detects(token)).isTrue();
    }

    @Nested
    class WithoutAsking {
        @Test
        void aTokenIsHeldWhileItLives() {
            assertThat(source().held(null)).isNull();
            ask();
            assertThat(source().held(null)).isEqualTo(Secret.of("token-1"));
            assertThat(source().held("another")).isNull();
            tokens.loop().advance(DEATH);
            assertThat(source().held(null)).isNull();
            assertThat(tokens.requests()).isOne();
        }

        @Test
        void aTokenThatIsHeldIsRenewedInTime() {
            ask();
            tokens.loop().advance(RENEWAL);
            assertThat(source().held(null)).isEqualTo(Secret.of("token-1"));
            tokens.loop().settle();
            assertThat(source().held(null)).isEqualTo(Secret.of("token-2"));
        }

        private boolean isCurrent(String used) {
            VendorOperation vendorOperation = new VendorOperation(new Vendor("acme"), "thing", null);
            return FailureAssertions.await(tokens.loop()
                    .finish(source().refused(vendorOperation, Secret.of(used)).subscribeAsCompletionStage()));
        }

        @Test
        void theCurrentTokenIsTheOneThatCameLast() {
            assertThat(isCurrent("token-1")).isFalse();
            ask();
            assertThat(isCurrent("token-1")).isTrue();
            assertThat(isCurrent("token-0")).isFalse();
            tokens.loop().advance(DEATH);
            ask();
            assertThat(isCurrent("token-1")).isFalse();
            assertThat(isCurrent("token-2")).isTrue();
        }
    }

    @Test
    void tellsWhatCameWithTheTokenOfAScope() {
        tokens.answers((request, number) -> request.response()
                .putHeader("Date", "Thu, 01 Jan 1970 00:00:07 GMT")
                .end("{\"access_token\":\"t\",\"expires_in\":90,\"scope\":\"a b\"}"));
        TokenInfo tokenInfo = FailureAssertions.await(
                tokens.loop().finish(source().access("a").subscribeAsCompletionStage()));
        assertThat(tokenInfo)
                .isEqualTo(new TokenInfo("a", Duration.ofSeconds(90), Set.of("a", "b"), Duration.ofSeconds(-7)));
    }
}
