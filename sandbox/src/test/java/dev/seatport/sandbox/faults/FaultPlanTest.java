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
    private static Fault one(String text) {
        FaultPlan plan = FaultPlan.parse(text);
        assertThat(plan.faults()).hasSize(1);
        return plan.faults().get(0);
    }

    @Nested
    class Text {
        @Test
        void mayHoldSeveralFaultsAndASeed() {
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
        void mayBeEmpty() {
            assertThat(FaultPlan.parse(" ; ")).isEqualTo(FaultPlan.none());
        }

        @Test
        void namesRangesOfLatency() {
            assertThat(one("latency=1s..2m")).isEqualTo(Fault.latency(Duration.ofSeconds(1), Duration.ofMinutes(2)));
        }

        @Test
        void namesStatusesWithTheirHeaders() {
            assertThat(one("503")).isEqualTo(Fault.status(503));
            assertThat(one("429:retry-after=-1,retry-after=\"Wed, 21 Oct 2026 07:28:00 GMT\""))
                    .isEqualTo(Fault.status(429).retryAfter("-1").retryAfter("Wed, 21 Oct 2026 07:28:00 GMT"));
            assertThat(one("429:retry-after=date+5s").action())
                    .isEqualTo(Fault.status(429)
                            .retryAfterDate(Duration.ofSeconds(5))
                            .action());
            assertThat(one("429:retry-after=date-1m"))
                    .isEqualTo(Fault.status(429).retryAfterDate(Duration.ofMinutes(-1)));
            assertThat(one("302:location=http://127.0.0.1:9/x"))
                    .isEqualTo(Fault.status(302).location("http://127.0.0.1:9/x"));
        }

        @Test
        void namesLimits() {
            assertThat(one("limit=5/s:burst=9,retry-after=1"))
                    .isEqualTo(Fault.rateLimit(5, 9).retryAfter("1"));
        }

        @Test
        void namesPlaces() {
            assertThat(one("reset")).isEqualTo(Fault.reset(ByteOffset.start()));
            assertThat(one("reset:in=head")).isEqualTo(Fault.reset(ByteOffset.inHead()));
            assertThat(one("close:body=3")).isEqualTo(Fault.close(ByteOffset.body(3)));
            assertThat(one("close")).isEqualTo(Fault.close());
            assertThat(one("truncate:in=body")).isEqualTo(Fault.truncate(ByteOffset.inBody()));
            assertThat(one("cut:body=0")).isEqualTo(Fault.cut(ByteOffset.body(0)));
            assertThat(one("open-chunks")).isEqualTo(Fault.openChunks(ByteOffset.inBody()));
            assertThat(one("bad-chunk")).isEqualTo(Fault.badChunk(ByteOffset.inBody()));
            assertThat(one("json-cut:body=9")).isEqualTo(Fault.jsonCut(ByteOffset.body(9)));
            assertThat(one("drip=5ms")).isEqualTo(Fault.drip(Duration.ofMillis(5), ByteOffset.body(0)));
            assertThat(one("drip=5ms:at=0")).isEqualTo(Fault.drip(Duration.ofMillis(5), ByteOffset.start()));
        }

        @Test
        void namesBodies() {
            assertThat(one("html")).isEqualTo(Fault.html());
            assertThat(one("empty")).isEqualTo(Fault.empty());
            assertThat(one("body=\"a; b, \\\"c\\\" \\\\\"")).isEqualTo(Fault.body("a; b, \"c\" \\"));
        }

        @Test
        void namesDriftAndPages() {
            assertThat(one("drift=null:field=jobStatus")).isEqualTo(Fault.drift(SchemaChange.NULL, "jobStatus"));
            assertThat(one("drift=renamed-key")).isEqualTo(Fault.drift(SchemaChange.RENAMED_KEY));
            assertThat(one("shift=+1")).isEqualTo(Fault.rowsInserted(1));
            assertThat(one("shift=-2")).isEqualTo(Fault.rowsRemoved(2));
            assertThat(one("total=-3")).isEqualTo(Fault.totalDrifts(-3));
            assertThat(one("duplicate-row")).isEqualTo(Fault.duplicateRow());
            assertThat(one("empty-page")).isEqualTo(Fault.emptyPage());
            assertThat(one("same-page")).isEqualTo(Fault.samePage());
        }

        @Test
        void namesTokens() {
            assertThat(one("token-dies=3calls")).isEqualTo(Fault.tokenDiesAfter(3));
            assertThat(one("token-dies=10s")).isEqualTo(Fault.tokenDiesEarly(Duration.ofSeconds(10)));
            assertThat(one("expires-in=absent")).isEqualTo(Fault.expiresInAbsent());
            assertThat(one("expires-in=string")).isEqualTo(Fault.expiresInAsString());
            assertThat(one("expires-in=-1")).isEqualTo(Fault.expiresIn("-1"));
            assertThat(one("expires-in=\"soon\"")).isEqualTo(Fault.expiresIn("\"soon\""));
        }

        @Test
        void aims() {
            RequestMatcher matcher =
                    one("500:path=tenant-seats+licenses,vendor=c3,customer=ab,page=2..5,share=0.5,next=3,in-a-row=2")
                            .matcher();
            assertThat(matcher)
                    .isEqualTo(new RequestMatcher(
                            Set.of(RequestKind.TENANT_SEATS, RequestKind.LICENSES),
                            Set.of(FaultTarget.C3),
                            "ab",
                            2,
                            5,
                            0.5,
                            3,
                            2));
            assertThat(one("500:page=2").matcher())
                    .isEqualTo(RequestMatcher.all().onPage(2));
            assertThat(one("500:page=2..").matcher())
                    .isEqualTo(RequestMatcher.all().fromPage(2));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "resett | 'resett' is no fault; legal: bad-chunk, body, close,",
                    "99 | a status is 200 to 599, not 99",
                    "503:retryafter=1 | unknown option 'retryafter' of 503; legal: customer, in-a-row, location, next,",
                    "503:path=tenants | 'tenants' is no path; legal: customers, tenant-seats, product-seats,",
                    "503:vendor=x | 'x' is no vendor; legal: avepoint, c3",
                    "503:share=much | 'much' is no share; legal: a number from 0 to 1",
                    "503:share=1.5 | a share is 0 to 1, not 1.5",
                    "503:page=0 | a page is 1 or more, not 0",
                    "503:next=x | 'x' is no number of calls; legal: a whole number",
                    "503:share=0.1,share=0.2 | the option share of 503 stands twice",
                    "503:5 | 503 takes no value, so '5' means nothing",
                    "latency | latency lacks its value; legal: latency=...",
                    "latency=20 | '20' is no latency; legal: a whole number with ms, s or m",
                    "latency=2m..1m | latency is 120000 ms to 60 m, not 60000 ms",
                    "limit=50 | '50' is no limit; legal: calls per second, such as 50/s",
                    "limit=50/s:60 | '60' of limit is no option; legal: name=value",
                    "reset:in=tail | 'tail' is no place; legal: head, body",
                    "reset:at=1,body=2 | reset has more than one place; legal: one of at, body, in",
                    "drift=odd | 'odd' is no drift; legal: new-field,",
                    "shift=0 | a shift is 1 to 1000, not 0",
                    "expires-in=soon | expires-in is a JSON value, not soon",
                    "body=\"x | a quote is not closed; legal: \"text\"",
                    "seed=x | 'x' is no seed; legal: a whole number",
                })
        void isRefusedWithWhatIsLegal(String text, String complaint) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FaultPlan.parse(text))
                    .withMessageContaining(complaint)
                    .withMessageNotContaining("\n");
        }
    }

    @Nested
    class Values {
        @Test
        void refuseWhatMakesNoSense() {
            assertThatIllegalArgumentException().isThrownBy(() -> Fault.html().retryAfter("1"));
            assertThatIllegalArgumentException().isThrownBy(() -> Fault.html().location("x"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Fault.status(429).retryAfter("1\r\nX: y"));
            assertThatIllegalArgumentException().isThrownBy(() -> Fault.truncate(ByteOffset.start()));
            assertThatIllegalArgumentException().isThrownBy(() -> Fault.jsonCut(ByteOffset.inHead()));
            assertThatIllegalArgumentException().isThrownBy(() -> ByteOffset.at(-1));
            assertThatIllegalArgumentException().isThrownBy(() -> new ByteOffset(ByteOffset.From.MIDDLE_OF_BODY, 1));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new FaultAction.Broken(FaultKind.HTML, ByteOffset.start()));
            assertThatIllegalArgumentException().isThrownBy(() -> new FaultAction.Replaced(FaultKind.RESET, "", ""));
            assertThatIllegalArgumentException().isThrownBy(() -> new FaultAction.Rows(FaultKind.LATENCY, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> Fault.drip(Duration.ZERO, ByteOffset.start()));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RequestMatcher.all().onPages(3, 2));
        }

        @Test
        void leaveThePlanThatTheyWereTakenFrom() {
            FaultPlan plan = FaultPlan.none();
            assertThat(plan.with(Fault.html()).faults()).hasSize(1);
            assertThat(plan.faults()).isEmpty();
        }
    }
}
