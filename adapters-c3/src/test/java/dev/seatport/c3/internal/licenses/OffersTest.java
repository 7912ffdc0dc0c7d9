package dev.seatport.c3.internal.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.license.BillingCycle;
import dev.seatport.domain.license.Offer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OffersTest {
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
        void isReadWithItsCycle(String text, String name, BillingCycle cycle) {
            assertThat(Offers.parse(text)).containsExactly(offer(name, cycle));
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
        void keepsItsTextWhereItNamesNoKnownCycle(String text) {
            assertThat(Offers.parse(text)).containsExactly(offer(text, BillingCycle.UNKNOWN));
        }
    }

    @Nested
    class SeveralOffers {
        @Test
        void areSeparatedByCommas() {
            assertThat(Offers.parse(" Visio Plan 2(Monthly), Visio Plan 2(Annual),Visio Plan 2"))
                    .containsExactly(
                            offer("Visio Plan 2", BillingCycle.MONTHLY),
                            offer("Visio Plan 2", BillingCycle.ANNUAL),
                            offer("Visio Plan 2", BillingCycle.UNKNOWN));
        }

        @Test
        void areNotSeparatedByCommasInBrackets() {
            assertThat(Offers.parse("Teams (EEA, no Teams)(Annual), Phone (US, CA (all))(Monthly)"))
                    .containsExactly(
                            offer("Teams (EEA, no Teams)", BillingCycle.ANNUAL),
                            offer("Phone (US, CA (all))", BillingCycle.MONTHLY));
        }

        @Test
        void areSeparatedAfterABracketThatNobodyOpened() {
            assertThat(Offers.parse("Visio) Plan 2(Monthly), Project(Annual)"))
                    .containsExactly(
                            offer("Visio) Plan 2", BillingCycle.MONTHLY), offer("Project", BillingCycle.ANNUAL));
        }
    }

    @Nested
    class NoOffer {
        @ParameterizedTest
        @ValueSource(strings = {"", " ", ",", " , ,, "})
        void isReadFromBlanksAndCommas(String text) {
            assertThat(Offers.parse(text)).isEmpty();
        }

        @Test
        void isReadWhereNothingIsReported() {
            assertThat(Offers.parse(null)).isEmpty();
        }
    }
}
