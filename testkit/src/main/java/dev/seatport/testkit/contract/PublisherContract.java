package dev.seatport.testkit.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.TestEnvironment;
import org.testng.SkipException;
import org.testng.annotations.Test;

/**
 * The rules of Reactive Streams, as its own kit (TCK 1.0.4) verifies them, for the listing of a port. Each rule is a JUnit
 * test of its own; a rule that the kit cannot verify, or not with so few rows, is skipped.
 *
 * @param <T> what the publisher delivers
 */
public abstract class PublisherContract<T> {
    /** More rows than any rule asks for. */
    private static final long AS_MANY_AS_ASKED_FOR = Integer.MAX_VALUE;

    private static final Duration QUIET = Duration.ofMillis(50);

    /** For the contract test of an adapter. */
    protected PublisherContract() {}

    /**
     * Makes a publisher, and a vendor behind it, of so many rows, none included. A rule that asks for very many cancels
     * early: rows that are made as they are asked for come at no cost.
     */
    protected abstract Flow.Publisher<T> publisher(long rows);

    /** How many rows a publisher can be made of, at most. Rules that need more are skipped. Default: as many as are asked for. */
    protected long maxRows() {
        return AS_MANY_AS_ASKED_FOR;
    }

    /** How long a signal may take. Default: 2 s. */
    protected Duration signalTimeout() {
        return Duration.ofSeconds(2);
    }

    @TestFactory
    Stream<DynamicTest> keepsTheRulesOfReactiveStreams() {
        // TestNG, which the kit is written for, would be a second engine in the build of each adapter.
        return Arrays.stream(PublisherVerification.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .sorted(Comparator.comparing(Method::getName))
                .map(rule -> DynamicTest.dynamicTest(rule.getName(), () -> verify(rule)));
    }

    private void verify(Method rule) throws Exception {
        Verification verification = new Verification();
        verification.setUp();
        try {
            rule.invoke(verification);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SkipException skipped) {
                throw new TestAbortedException(skipped.getMessage(), skipped);
            }
            throw new AssertionError(rule.getName() + ": " + e.getCause(), e.getCause());
        }
    }

    private final class Verification extends PublisherVerification<T> {
        Verification() {
            super(new TestEnvironment(signalTimeout().toMillis(), QUIET.toMillis()));
        }

        @Override
        public Publisher<T> createPublisher(long elements) {
            return FlowAdapters.toPublisher(publisher(elements));
        }

        /** The kit means one that fails before anything is requested of it; a cold listing does not. */
        @Override
        @SuppressWarnings("NullAway") // The kit takes null for: there is none.
        public Publisher<T> createFailedPublisher() {
            return null;
        }

        @Override
        public long maxElementsFromPublisher() {
            return maxRows();
        }
    }
}
