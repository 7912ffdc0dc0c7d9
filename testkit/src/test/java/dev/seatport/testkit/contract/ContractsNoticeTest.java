package dev.seatport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Proves that each contract test can fail: it fails for a port with a planted defect. */
@Tag("slow")
class ContractsNoticeTest {
    private static final List<Class<?>> PLANTED = List.of(
            PlantedTenantSeats.class,
            PlantedCustomers.class,
            PlantedProductSeats.class,
            HttpAudienceTokensContractTest.class,
            HttpBrokenBytesContractTest.class);

    @AfterEach
    void removeDefect() {
        PlantedVendor.planted = null;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void everyDefectIsDetectedByItsTests(PlantedDefect defect) {
        PlantedVendor.planted = defect;
        Set<String> expected = new TreeSet<>(
                tests().map(Method::getName).filter(defect::isDetectedBy).toList());

        Set<String> failed = new TreeSet<>();
        for (Class<?> contract : PLANTED) {
            failed.addAll(failuresOf(contract, defect::isDetectedBy));
        }

        assertThat(expected).isNotEmpty();
        assertThat(failed).isEqualTo(expected);
    }

    @Test
    void everyContractTestDetectsADefect() {
        assertThat(tests().map(Method::getName).distinct())
                .containsExactlyInAnyOrderElementsOf(PlantedDefect.detectingTests());
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                PlantedTenantSeats.class,
                PlantedCustomers.class,
                PlantedProductSeats.class,
                HttpAudienceTokensContractTest.class,
                HttpBrokenBytesContractTest.class
            })
    void noTestFailsWithoutADefect(Class<?> contract) {
        PlantedVendor.planted = PlantedDefect.NONE;

        assertThat(failuresOf(contract, test -> true)).isEmpty();
    }

    @Test
    void theRulesOfReactiveStreamsAreVerified() {
        PlantedVendor.planted = PlantedDefect.IGNORES_DEMAND;

        assertThat(failuresOf(PlantedPublisher.class, test -> true)).isNotEmpty();
    }

    private static Stream<Method> tests() {
        return Stream.of(
                        ListingContract.class,
                        PerCustomerListingContract.class,
                        TenantSeatSourceContract.class,
                        LicenseConsumptionSourceContract.class,
                        CustomerDirectoryContract.class,
                        PurchasedSeatSourceContract.class,
                        AudienceTokensContract.class,
                        BrokenBytesContract.class)
                .flatMap(contract -> Arrays.stream(contract.getDeclaredMethods()))
                .filter(method ->
                        method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(TestFactory.class));
    }

    /** Runs the selected tests of the class and returns those that fail. */
    private static Set<String> failuresOf(Class<?> contract, Predicate<String> selected) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(contract))
                .filters((PostDiscoveryFilter) descriptor -> FilterResult.includedIf(descriptor
                        .getSource()
                        .map(source ->
                                !(source instanceof MethodSource method) || selected.test(method.getMethodName()))
                        .orElse(true)))
                .build();
        Set<String> failures = new TreeSet<>();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                    failures.add(test.getSource()
                            .map(source -> ((MethodSource) source).getMethodName())
                            .orElse(test.getDisplayName()));
                }
            }
        });
        return failures;
    }
}
