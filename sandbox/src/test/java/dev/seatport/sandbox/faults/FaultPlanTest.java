package dev.seatport.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultPlanTest {
    private static Fault parseOne(String text) {
        FaultPlan plan = FaultPlan.parse(text);
        assertThat(plan.faults()).hasSize(1);
        return plan.faults().get(0);
    }

    @Nested
    class Text {
        @Test
        void canHoldSeveralFaultsAndASeed() {
            FaultPlan plan = FaultPlan.parse("latency=20ms; 429:share=0.1,retry-after=1; reset:share=0.02,at=100; "
                    + "stall:share=0.01; limit:50/s; seed=7; in-a-row=2;");
            assertThat(plan)
                    .isEqualTo(FaultPlan.none()
                            .withSeed(7)
                            .withAtMostInARow(2)
                            .with(Fault.latency(Duration.ofMillis(20)))
                            .with(Fault.status(429)
                                    .retryAfter("1")
                                    .at(RequestMatcher.all().share(0.1)))
                            .with(Fault.reset(ByteOffset.at(100))
                                    .at(RequestMatcher.all().share(0.02)))
                            .with(Fault.stall(ByteOffset.inBody())
                                    .at(RequestMatcher.all().share(0.01)))
                            .with(Fault.rateLimit(50)));
            assertThat(plan.inARow(plan.faults().get(0))).isZero();
            assertThat(plan.inARow(plan.faults().get(1))).isEqualTo(2);
        }

        @Test
        void canBeEmpty() {
            assertThat(FaultPlan.parse(" ; ")).isEqualTo(FaultPlan.none());
        }

        @Test
        void parsesRangesOfLatency() {
            assertThat(parseOne("latency=1s..2m"))
                    .isEqualTo(Fault.latency(Duration.ofSeconds(1), Duration.ofMinutes(2)));
        }

        @Test
        void parsesStatusesWithTheirHeaders() {
            assertThat(parseOne("503")).isEqualTo(Fault.status(503));
            assertThat(parseOne("429:retry-after=-1,retry-after=\"Wed, 21 Oct 2026 07:28:00 GMT\""))
                    .isEqualTo(Fault.status(429).retryAfter("-1").retryAfter("Wed, 21 Oct 2026 07:28:00 GMT"));
            assertThat(parseOne("429:retry-after=date+5s").action())
                    .isEqualTo(Fault.status(429)
                            .retryAfterDate(Duration.ofSeconds(5))
                            .action());
            assertThat(parseOne("429:retry-after=date-1m"))
                    .isEqualTo(Fault.status(429).retryAfterDate(Duration.ofMinutes(-1)));
            assertThat(parseOne("302:location=http://127.0.0.1:9/x"))
                    .isEqualTo(Fault.status(302).location("http://127.0.0.1:9/x"));
        }

        @Test
        void parsesLimits() {
            assertThat(parseOne("limit=5/s:burst=9,retry-after=1"))
                    .isEqualTo(Fault.rateLimit(5, 9).retryAfter("1"));
        }

        @Test
        void parsesOffsets() {
            assertThat(parseOne("reset")).isEqualTo(Fault.reset(ByteOffset.start()));
            assertThat(parseOne("reset:in=head")).isEqualTo(Fault.reset(ByteOffset.inHead()));
            assertThat(parseOne("close:body=3")).isEqualTo(Fault.close(ByteOffset.body(3)));
            assertThat(parseOne("close")).isEqualTo(Fault.close());
            assertThat(parseOne("truncate:in=body")).isEqualTo(Fault.truncate(ByteOffset.inBody()));
            assertThat(parseOne("cut:body=0")).isEqualTo(Fault.cut(ByteOffset.body(0)));
            assertThat(parseOne("open-chunks")).isEqualTo(Fault.openChunks(ByteOffset.inBody()));
            assertThat(parseOne("bad-chunk")).isEqualTo(Fault.badChunk(ByteOffset.inBody()));
            assertThat(parseOne("json-cut:body=9")).isEqualTo(Fault.jsonCut(ByteOffset.body(9)));
            assertThat(parseOne("drip=5ms")).isEqualTo(Fault.drip(Duration.ofMillis(5), ByteOffset.body(0)));
            assertThat(parseOne("drip=5ms:at=0")).isEqualTo(Fault.drip(Duration.ofMillis(5), ByteOffset.start()));
        }

        @Test
        void parsesBodies() {
            assertThat(parseOne("html")).isEqualTo(Fault.html());
            assertThat(parseOne("empty")).isEqualTo(Fault.empty());
            assertThat(parseOne("body=\"a; b, \\\"c\\\" \\\\\"")).isEqualTo(Fault.body("a; b, \"c\" \\"));
        }

        @Test
        void parsesDriftAndPages() {
            assertThat(parseOne("drift=null:field=jobStatus")).isEqualTo(Fault.drift(SchemaChange.NULL, "jobStatus"));
            assertThat(parseOne("drift=renamed-key")).isEqualTo(Fault.drift(SchemaChange.RENAMED_KEY));
            assertThat(parseOne("shift=+1")).isEqualTo(Fault.rowsInserted(1));
            assertThat(parseOne("shift=-2")).isEqualTo(Fault.rowsRemoved(2));
            assertThat(parseOne("total=-3")).isEqualTo(Fault.totalDrifts(-3));
            assertThat(parseOne("duplicate-row")).isEqualTo(Fault.duplicateRow());
            assertThat(parseOne("empty-page")).isEqualTo(Fault.emptyPage());
            assertThat(parseOne("same-page")).isEqualTo(Fault.samePage());
        }

        @Test
        void parsesTokenFaults() {
            assertThat(parseOne("token-dies=3calls")).isEqualTo(Fault.tokenDiesAfter(3));
            assertThat(parseOne("token-dies=10s")).isEqualTo(Fault.tokenDiesEarly(Duration.ofSeconds(10)));
            assertThat(parseOne("expires-in=absent")).isEqualTo(Fault.expiresInAbsent());
            assertThat(parseOne("expires-in=string")).isEqualTo(Fault.expiresInAsString());
            assertThat(parseOne("expires-in=-1")).isEqualTo(Fault.expiresIn("-1"));
            assertThat(parseOne("expires-in=\"soon\"")).isEqualTo(Fault.expiresIn("\"soon\""));
        }

        @Test
        void parsesMatchers() {
            RequestMatcher matcher = parseOne(
                            "500:path=tenant-seats+licenses,vendor=c3,customer=ab,page=2..5,share=0.5,next=3,in-a-row=2")
                    .matcher();
            assertThat(matcher)
                    .isEqualTo(new RequestMatcher(
                            Set.of(RequestKind.TENANT_SEATS, RequestKind.LICENSES),
                            Set.of(SandboxVendorName.C3),
                            "ab",
                            2,
                            5,
                            0.5,
                            3,
                            2));
            assertThat(parseOne("500:page=2").matcher())
                    .isEqualTo(RequestMatcher.all().onPage(2));
            assertThat(parseOne("500:page=2..").matcher())
                    .isEqualTo(RequestMatcher.all().fromPage(2));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "resett | invalid fault 'resett'; allowed values: bad-chunk, body, close,",
                    "99 | status must be 200 to 599, not 99",
                    "503:retryafter=1 | unknown option 'retryafter' of 503; allowed options: customer, in-a-row, location, next,",
                    "503:path=tenants | invalid path 'tenants'; allowed values: customers, tenant-seats, product-seats,",
                    "503:vendor=x | invalid vendor 'x'; allowed values: avepoint, c3",
                    "503:share=much | invalid share 'much'; allowed values: a number from 0 to 1",
                    "503:share=1.5 | share must be 0 to 1, not 1.5",
                    "503:page=0 | page must be 1 or more, not 0",
                    "503:next=x | invalid number of calls 'x'; allowed values: a whole number",
                    "503:share=0.1,share=0.2 | option share of 503 is given twice",
                    "503:5 | 503 takes no value, but '5' is given",
                    "latency | latency needs a value: latency=...",
                    "latency=20 | invalid latency '20'; allowed values: a whole number with ms, s or m",
                    "latency=2m..1m | latency must be 120000 ms to 60 m, not 60000 ms",
                    "limit=50 | invalid limit '50'; allowed values: calls per second, such as 50/s",
                    "limit=50/s:60 | invalid option '60' of limit; allowed form: name=value",
                    "reset:in=tail | invalid offset 'tail'; allowed values: head, body",
                    "reset:at=1,body=2 | reset has more than one offset; allowed: one of at, body, in",
                    "drift=odd | invalid drift 'odd'; allowed values: new-field,",
                    "shift=0 | shift must be 1 to 1000, not 0",
                    "expires-in=soon | expires-in must be a JSON value, not soon",
                    "body=\"x | missing closing quote; allowed form: \"text\"",
                    "seed=x | invalid seed 'x'; allowed values: a whole number",
                })
        void isRejectedWithTheAllowedValues(String text, String message) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FaultPlan.parse(text))
                    .withMessageContaining(message)
                    .withMessageNotContaining("\n");
        }
    }

    @Nested
    class Values {
        @Test
        void rejectInvalidArguments() {
            assertThatIllegalArgumentException().isThrownBy(() -> Fault.html().retryAfter("1"));
            assertThatIllegalArgumentException().isThrownBy(() -> Fault.html().location("x"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Fault.status(429).retryAfter("1\r\nX: y"));
            assertThatIllegalArgumentException().isThrownBy(() -> Fault.truncate(ByteOffset.start()));
            assertThatIllegalArgumentException().isThrownBy(() -> Fault.jsonCut(ByteOffset.inHead()));
            assertThatIllegalArgumentException().isThrownBy(() -> ByteOffset.at(-1));
            assertThatIllegalArgumentException().isThrownBy(() -> new ByteOffset(ByteOffset.From.MIDDLE_OF_BODY, 1));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new FaultAction.TruncatedOrBrokenResponse(FaultKind.HTML, ByteOffset.start()));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new FaultAction.ReplacedBody(FaultKind.RESET, "", ""));
            assertThatIllegalArgumentException().isThrownBy(() -> new FaultAction.ChangedRows(FaultKind.LATENCY, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> Fault.drip(Duration.ZERO, ByteOffset.start()));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RequestMatcher.all().onPages(3, 2));
        }

        @Test
        void areImmutable() {
            FaultPlan plan = FaultPlan.none();
            assertThat(plan.with(Fault.html()).faults()).hasSize(1);
            assertThat(plan.faults()).isEmpty();
        }
    }
}
