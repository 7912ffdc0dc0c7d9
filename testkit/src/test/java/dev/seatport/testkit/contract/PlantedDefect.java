package dev.seatport.testkit.contract;

import java.util.Arrays;
import java.util.List;

/** Defects of a planted port, and the contract tests that must fail. */
enum PlantedDefect {
    NONE,
    SHUFFLES("listsEveryRowInTheVendorsOrder"),
    REPORTS_ABSENT_AS_ZERO("keepsAbsentValuesDistinctFromZeroAndEmpty", "keepsAnAbsentCountDistinctFromZero"),
    SENDS_ONE_REQUEST_ONLY(
            "sendsNewRequestsForEachSubscription", "sendsNewRequestsForEachLookup", "sendsNewRequestsForEachCall"),
    SHARES_THE_POSITION_OF_SUBSCRIPTIONS("deliversAllRowsToTwoSubscriptionsThatOvertakeEachOther"),
    ENDS_AT_AN_EMPTY_PAGE("goesOnAfterAnEmptyPageThatIsNotTheLast"),
    SENDS_ON_SUBSCRIBE("sendsNothingBeforeTheFirstRequestForRows"),
    IGNORES_DEMAND("deliversOneRowPerRequestedRow"),
    COMPLETES_TWICE("completesOnce"),
    SENDS_AFTER_CANCEL("sendsNothingIfCancelledBeforeTheFirstRequestForRows"),
    DELIVERS_AFTER_CANCEL("deliversAndSendsNothingAfterCancellation"),
    READS_ALL_PAGES_AT_ONCE("deliversAndSendsNothingAfterCancellation"),
    IGNORES_CANCEL("closesTheExchangeWhenTheSubscriptionIsCancelled", "closesTheExchangeWhenTheFutureIsCancelled"),
    DROPS_ROWS_BEFORE_A_FAILURE("deliversTheRowsBeforeAFailureAndFailsOnce"),
    FAILS_TWICE("deliversTheRowsBeforeAFailureAndFailsOnce"),
    FAILS_WITH_ANOTHER_EXCEPTION("deliversTheRowsBeforeAFailureAndFailsOnce"),
    NAMES_ANOTHER_VENDOR(
            "reportsTheProvenanceOfEachRow", "findsACustomerAndItsProvenance", "returnsTheSeatsAndTheirProvenance"),
    PROVENANCE_PER_ROW("reportsTheProvenanceOfEachRow"),
    ACCEPTS_ANY_VENDORS_ID(
            "rejectsAnotherVendorsCustomerAndSendsNothing", "rejectsALookupOfAnotherVendorsCustomerAndSendsNothing"),
    REJECTS_TOO_LATE(
            "rejectsAnotherVendorsCustomerAndSendsNothing", "rejectsALookupOfAnotherVendorsCustomerAndSendsNothing"),
    THROWS_REJECTIONS("throwsNothingForAnotherVendorsCustomer", "throwsNothingForALookupOfAnotherVendorsCustomer"),
    THROWS_REJECTIONS_ON_SUBSCRIBE("throwsNothingForAnotherVendorsCustomer"),
    KNOWS_EVERY_CUSTOMER(
            "failsForAnUnknownCustomer", "doesNotFindAnUnknownCustomer", "findsNoSeatsOfAnUnknownCustomer"),
    CHANGES_IDS("sendsTheCustomerIdUnchanged", "findsACustomerInAnyLetterCaseAndSendsTheIdUnchanged"),
    RETURNS_ANOTHER_CUSTOMER("failsIfTheResponseIsAboutAnotherCustomer"),
    MISCOUNTS("countsItsCustomersOrSendsNothing"),
    IGNORES_TENANTS("listsOnlyTheRequestedTenants"),
    RENAMES_PRODUCTS("sendsTheProductCodeUnchanged"),
    SHARES_A_TOKEN_OF_AUDIENCES("sendsTheTokenOfItsAudienceWithEachCall"),
    CACHES_NO_TOKEN("sendsTheTokenOfItsAudienceWithEachCall"),
    SHARES_NO_TOKEN_REQUEST("requestsOneTokenPerAudienceForConcurrentCalls"),
    OMITS_THE_AUDIENCE_OF_A_FAILURE("failsOnlyTheCallsOfAnAudienceWithoutAToken"),
    KEEPS_A_REFUSED_TOKEN("renewsARefusedTokenOfItsAudienceOnly"),
    DROPS_ALL_TOKENS("renewsARefusedTokenOfItsAudienceOnly"),
    SENDS_ANY_AUDIENCE("rejectsAnAudienceThatWouldChangeTheTokenUrlAndSendsNothing"),
    ACCEPTS_A_TRUNCATED_RESPONSE("aTruncatedResponseIsMalformedAtEachLength"),
    QUOTES_THE_RESPONSE("changedBytesEndInAValueOrADocumentedFailure");

    /** Test names, separated by blanks. */
    private final String detectedBy;

    PlantedDefect(String... detectedBy) {
        this.detectedBy = String.join(" ", detectedBy);
    }

    boolean isDetectedBy(String test) {
        return tests().contains(test);
    }

    private List<String> tests() {
        return detectedBy.isEmpty() ? List.of() : List.of(detectedBy.split(" ", -1));
    }

    /** Returns all tests that detect a defect. */
    static List<String> detectingTests() {
        return Arrays.stream(values())
                .flatMap(defect -> defect.tests().stream())
                .distinct()
                .toList();
    }
}
