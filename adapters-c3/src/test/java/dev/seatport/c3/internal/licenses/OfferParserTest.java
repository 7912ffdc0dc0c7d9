package dev.seatport.c3.internal.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.license.BillingCycle;
import dev.seatport.domain.license.Offer;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfferParserTest {
    private static Offer offer(String name, BillingCycle cycle) {
        return new Offer(name, cycle);
    }

    @Nested
    class OneOffer {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        ' Office 365 G1 GCC(Monthly)'        | Office 365 G1 GCC        | MONTHLY
                        'Office 365 G1 GCC (Monthly) '       | Office 365 G1 GCC        | MONTHLY
                        Office 365 E3(MONTHLY)               | Office 365 E3            | MONTHLY
                        Office 365 E3(1 Month)               | Office 365 E3            | MONTHLY
                        Office 365 E3(P1M)                   | Office 365 E3            | MONTHLY
                        Office 365 E3(Annual)                | Office 365 E3            | ANNUAL
                        Office 365 E3(Yearly)                | Office 365 E3            | ANNUAL
                        Office 365 E3(1 Year)                | Office 365 E3            | ANNUAL
                        Office 365 E3( annual )              | Office 365 E3            | ANNUAL
                        Office 365 E3(P1Y)                   | Office 365 E3            | ANNUAL
                        Office 365 E3(Triennial)             | Office 365 E3            | TRIENNIAL
                        Office 365 E3(3 Years)               | Office 365 E3            | TRIENNIAL
                        Windows 11(One-Time)                 | Windows 11               | ONE_TIME
                        Windows 11(one time)                 | Windows 11               | ONE_TIME
                        Exchange Online (Plan 1)(Monthly)    | Exchange Online (Plan 1) | MONTHLY
                        """)
        void isParsedWithItsCycle(String text, String name, BillingCycle cycle) {
            assertThat(OfferParser.parse(text)).containsExactly(offer(name, cycle));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Office 365 E3",
                    "Office 365 E3(Fortnightly)",
                    "Exchange Online (Plan 1)",
                    "Exchange Online Archiving (for Exchange Online)",
                    "(Monthly)",
                    "Office 365 E3(Monthly",
                    "Office 365 E3 Monthly)",
                    "Office 365 E3()",
                    "Office 365 E3(Monthly) trial"
                })
        void keepsItsTextWithoutAKnownCycle(String text) {
            assertThat(OfferParser.parse(text)).containsExactly(offer(text, BillingCycle.UNKNOWN));
        }
    }

    @Nested
    class SeveralOffers {
        @Test
        void areSeparatedByCommas() {
            assertThat(OfferParser.parse(" Visio Plan 2(Monthly), Visio Plan 2(Annual),Visio Plan 2"))
                    .containsExactly(
                            offer("Visio Plan 2", BillingCycle.MONTHLY),
                            offer("Visio Plan 2", BillingCycle.ANNUAL),
                            offer("Visio Plan 2", BillingCycle.UNKNOWN));
        }

        @Test
        void areNotSeparatedByCommasInParentheses() {
            assertThat(OfferParser.parse("Teams (EEA, no Teams)(Annual), Phone (US, CA (all))(Monthly)"))
                    .containsExactly(
                            offer("Teams (EEA, no Teams)", BillingCycle.ANNUAL),
                            offer("Phone (US, CA (all))", BillingCycle.MONTHLY));
        }

        @Test
        void areSeparatedAfterAnUnmatchedParenthesis() {
            assertThat(OfferParser.parse("Visio) Plan 2(Monthly), Project(Annual)"))
                    .containsExactly(
                            offer("Visio) Plan 2", BillingCycle.MONTHLY), offer("Project", BillingCycle.ANNUAL));
        }
    }

    @Nested
    class CommasInNames {
        private static final String SALES = "Dynamics 365 Sales, Field Service and Customer Service Partner Sandbox";

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        Sales, Service(Monthly)                     | Sales, Service~MONTHLY
                        Sales, Service, and more (Annual)           | Sales, Service, and more~ANNUAL
                        A(Monthly), B, C(Annual)                    | A~MONTHLY; B, C~ANNUAL
                        A(Monthly), B, C                            | A~MONTHLY; B, C~UNKNOWN
                        A, B                                        | A, B~UNKNOWN
                        A (Plan 1), B(Annual)                       | A (Plan 1), B~ANNUAL
                        A, (Monthly)                                | A~MONTHLY
                        , A,, B(Monthly),, C(Annual),               | A,, B~MONTHLY; C~ANNUAL
                        A, B (x, y)(Monthly)                        | A, B (x, y)~MONTHLY
                        """)
        void areKeptAfterAPartWithoutACycle(String text, String offers) {
            assertThat(format(OfferParser.parse(text))).isEqualTo(offers);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        A, B(Monthly), A, B(Annual)   | A, B~MONTHLY; A, B~ANNUAL
                        A, B, A, B(Annual)            | A, B~UNKNOWN; A, B~ANNUAL
                        A, B                          | A, B~UNKNOWN
                        a, b (Monthly), C             | a, b~MONTHLY; C~UNKNOWN
                        A, B, C(Monthly)              | A, B~UNKNOWN; C~MONTHLY
                        C, A, B(Monthly)              | C~UNKNOWN; A, B~MONTHLY
                        A, B plus(Monthly)            | A, B plus~MONTHLY
                        A, B(Monthly) trial           | A, B(Monthly) trial~UNKNOWN
                        A, B(Plan 1)(Monthly)         | A, B(Plan 1)~MONTHLY
                        A, B(                         | A, B(~UNKNOWN
                        """)
        void areKeptInTheExpectedName(String text, String offers) {
            assertThat(format(OfferParser.parse(text, "A, B"))).isEqualTo(offers);
        }

        @Test
        void areKeptInTheNameOfADocumentedProduct() {
            assertThat(OfferParser.parse(" " + SALES + "(Monthly)"))
                    .containsExactly(offer(SALES, BillingCycle.MONTHLY));
            assertThat(OfferParser.parse(" " + SALES + "(Monthly), " + SALES + " (Annual)", " " + SALES + " "))
                    .containsExactly(offer(SALES, BillingCycle.MONTHLY), offer(SALES, BillingCycle.ANNUAL));
        }

        private String format(List<Offer> offers) {
            return offers.stream()
                    .map(offer -> offer.name() + "~" + offer.billingCycle())
                    .collect(Collectors.joining("; "));
        }
    }

    /** Texts of 1 MiB that take quadratic time if the parser backtracks or compares the expected name at each comma. */
    @Nested
    class HugeTexts {
        private static final int LENGTH = 1 << 20;

        static List<String> worstCases() {
            return List.of(
                    ",",
                    "a,",
                    "a(,",
                    "(",
                    ")",
                    "(,)",
                    " ",
                    " ,",
                    "a ,",
                    "a(Monthly),",
                    "a,b(Monthly),",
                    "()",
                    "x(Bad),");
        }

        /** Linear work takes milliseconds. The limit ends a run whose work is quadratic. */
        @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        @ParameterizedTest
        @MethodSource("worstCases")
        void takeLinearTime(String piece) {
            String text = piece.repeat(LENGTH / piece.length());
            String quarter = text.substring(0, LENGTH / 4);
            // Four times the length: quadratic time takes sixteen times as long.
            nanos(quarter);
            long quarterNanos = Math.max(50_000_000, Math.min(nanos(quarter), nanos(quarter)));
            assertThat(Math.min(nanos(text), nanos(text))).isLessThan(12 * quarterNanos);
        }

        private long nanos(String text) {
            String almostExpected = text.substring(0, 255) + "!";
            long start = System.nanoTime();
            assertThat(OfferParser.parse(text, almostExpected)).isNotNull();
            return System.nanoTime() - start;
        }
    }

    @Nested
    class NoOffer {
        @ParameterizedTest
        @ValueSource(strings = {"", " ", ",", " , ,, "})
        void isParsedFromBlanksAndCommas(String text) {
            assertThat(OfferParser.parse(text)).isEmpty();
        }

        @Test
        void isParsedFromNull() {
            assertThat(OfferParser.parse(null)).isEmpty();
        }
    }
}
