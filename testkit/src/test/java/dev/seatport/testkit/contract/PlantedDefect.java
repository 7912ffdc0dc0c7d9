package dev.seatport.testkit.contract;

import java.util.Arrays;
import java.util.List;

/** What a planted port does wrong, and the tests of a contract that must notice. */
enum PlantedDefect {
    NONE,
    SHUFFLES("listsEveryRowInTheVendorsOrder"),
    TAKES_ABSENT_FOR_ZERO("keepsWhatIsAbsentApartFromZeroAndEmpty", "keepsAnAbsentCountApartFromZero"),
    ASKS_ONLY_ONCE("asksAnewForEachSubscription", "asksAnewForEachCustomerThatIsLookedUp", "asksAnewForEachCall"),
    ASKS_WHEN_SUBSCRIBED_TO("sendsNothingBeforeARowIsAskedFor"),
    FLOODS("deliversOneRowForEachRowThatIsAskedFor"),
    COMPLETES_TWICE("completesOnce"),
    ASKS_FOR_NOBODY("sendsNothingWhenItIsCancelledBeforeARowIsAskedFor"),
    DELIVERS_ALTHOUGH_CANCELLED("deliversAndAsksNothingMoreOnceItIsCancelled"),
    READS_ALL_AHEAD("deliversAndAsksNothingMoreOnceItIsCancelled"),
    HANGS_ON("endsTheExchangeWhenTheSubscriptionIsCancelled", "endsTheExchangeWhenTheFutureIsCancelled"),
    DROPS_ROWS_BEFORE_A_FAILURE("keepsTheRowsBeforeAFailureAndTellsItOnce"),
    FAILS_TWICE("keepsTheRowsBeforeAFailureAndTellsItOnce"),
    FAILS_WITH_ANOTHER_EXCEPTION("keepsTheRowsBeforeAFailureAndTellsItOnce"),
    NAMES_ANOTHER_VENDOR(
            "saysOfEveryRowWhereItCameFrom",
            "findsACustomerAndSaysWhereItCameFrom",
            "tellsTheSeatsAndWhereTheyCameFrom"),
    DATES_EVERY_ROW("saysOfEveryRowWhereItCameFrom"),
    TAKES_ANY_VENDORS_ID(
            "refusesTheCustomerOfAnotherVendorAndSendsNothing",
            "refusesToFindTheCustomerOfAnotherVendorAndSendsNothing"),
    REFUSES_TOO_LATE(
            "refusesTheCustomerOfAnotherVendorAndSendsNothing",
            "refusesToFindTheCustomerOfAnotherVendorAndSendsNothing"),
    KNOWS_EVERYBODY(
            "failsForACustomerThatTheVendorDoesNotKnow",
            "doesNotFindACustomerThatTheVendorDoesNotKnow",
            "findsNothingOfACustomerThatTheVendorDoesNotKnow"),
    RESPELLS_IDS("sendsTheCustomersIdAsItIsSpelled", "findsACustomerWhateverTheLetterCaseAndSendsTheIdAsItIsSpelled"),
    MISCOUNTS("countsItsCustomersOrSendsNothing"),
    IGNORES_TENANTS("listsOnlyTheTenantsThatAreAskedFor"),
    RENAMES_PRODUCTS("sendsTheProductsCodeAsItIs");

    /** Names of tests, with a blank between them. */
    private final String noticedBy;

    PlantedDefect(String... noticedBy) {
        this.noticedBy = String.join(" ", noticedBy);
    }

    boolean isNoticedBy(String test) {
        return tests().contains(test);
    }

    private List<String> tests() {
        return noticedBy.isEmpty() ? List.of() : List.of(noticedBy.split(" ", -1));
    }

    /** All tests that some defect is noticed by. */
    static List<String> guarded() {
        return Arrays.stream(values())
                .flatMap(defect -> defect.tests().stream())
                .distinct()
                .toList();
    }
}
