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

/** A test that cannot fail proves nothing: each test of a contract is seen to fail over a port that is wrong in that way. */
@Tag("slow")
class ContractsNoticeTest {
    private static final List<Class<?>> PLANTED =
            List.of(PlantedTenantSeats.class, PlantedCustomers.class, PlantedProductSeats.class);

    @AfterEach
    void plantNothing() {
        PlantedVendor.planted = null;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void everyDefectIsNoticedByItsTest(PlantedDefect plantedDefect) {
        PlantedVendor.planted = plantedDefect;
        Set<String> guards = new TreeSet<>(
                tests().map(Method::getName).filter(plantedDefect::isNoticedBy).toList());

        Set<String> noticed = new TreeSet<>();
        for (Class<?> contract : PLANTED) {
            noticed.addAll(failuresOf(contract, plantedDefect::isNoticedBy));
        }

        assertThat(guards).isNotEmpty();
        assertThat(noticed).isEqualTo(guards);
    }

    @Test
    void everyTestOfAContractIsSeenToFail() {
        assertThat(tests().map(Method::getName).distinct())
                .containsExactlyInAnyOrderElementsOf(PlantedDefect.guarded());
    }

    @ParameterizedTest
    @ValueSource(classes = {PlantedTenantSeats.class, PlantedCustomers.class, PlantedProductSeats.class})
    void nothingIsNoticedWhereNothingIsWrong(Class<?> contract) {
        PlantedVendor.planted = PlantedDefect.NONE;

        assertThat(failuresOf(contract, test -> true)).isEmpty();
    }

    @Test
    void theRulesOfReactiveStreamsAreVerified() {
        PlantedVendor.planted = PlantedDefect.FLOODS;

        assertThat(failuresOf(PlantedPublisher.class, test -> true)).isNotEmpty();
    }

    private static Stream<Method> tests() {
        return Stream.of(
                        ListingContract.class,
                        CustomerListingContract.class,
                        TenantSeatSourceContract.class,
                        LicenseConsumptionSourceContract.class,
                        CustomerDirectoryContract.class,
                        ProductSeatSourceContract.class)
                .flatMap(contract -> Arrays.stream(contract.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class));
    }

    /** Which tests of the class fail, among those that are wanted. */
    private static Set<String> failuresOf(Class<?> contract, Predicate<String> wanted) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(contract))
                .filters((PostDiscoveryFilter) descriptor -> FilterResult.includedIf(descriptor
                        .getSource()
                        .map(source -> !(source instanceof MethodSource method) || wanted.test(method.getMethodName()))
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
