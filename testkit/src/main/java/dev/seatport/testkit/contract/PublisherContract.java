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
 * Contract of the publisher of a listing: the rules of Reactive Streams, verified with its TCK 1.0.4. Each rule is one JUnit
 * test. Rules that the TCK cannot verify, or not with {@link #maxRows()} rows, are skipped.
 *
 * @param <T> the type of the elements
 */
public abstract class PublisherContract<T> {
    /** More rows than any rule requests. */
    private static final long UNLIMITED = Integer.MAX_VALUE;

    /** Time without a signal after which none is expected. */
    private static final Duration QUIET = Duration.ofMillis(50);

    /** For subclasses. */
    protected PublisherContract() {}

    /**
     * Returns a publisher of exactly {@code rows} rows, 0 included, and sets up its vendor. Rules with very many rows cancel early,
     * so create the rows on demand.
     */
    protected abstract Flow.Publisher<T> publisher(long rows);

    /** Returns the maximum number of rows of a publisher. Rules that need more are skipped. Default: no limit. */
    protected long maxRows() {
        return UNLIMITED;
    }

    /** Returns the maximum time to wait for a signal. Default: 2 s. */
    protected Duration signalTimeout() {
        return Duration.ofSeconds(2);
    }

    @TestFactory
    Stream<DynamicTest> followsTheRulesOfReactiveStreams() {
        // The TCK is written for TestNG. Running it with TestNG would add a second engine to the build of each adapter.
        return Arrays.stream(PublisherVerification.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .sorted(Comparator.comparing(Method::getName))
                .map(rule -> DynamicTest.dynamicTest(rule.getName(), () -> verify(rule)));
    }

    private void verify(Method rule) throws Exception {
        TckVerification verification = new TckVerification();
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

    private final class TckVerification extends PublisherVerification<T> {
        TckVerification() {
            super(new TestEnvironment(signalTimeout().toMillis(), QUIET.toMillis()));
        }

        @Override
        public Publisher<T> createPublisher(long elements) {
            return FlowAdapters.toPublisher(publisher(elements));
        }

        /** Skips the rules of a publisher that fails before any request: a cold listing does not. */
        @Override
        @SuppressWarnings("NullAway") // The TCK accepts null for no such publisher.
        public Publisher<T> createFailedPublisher() {
            return null;
        }

        @Override
        public long maxElementsFromPublisher() {
            return maxRows();
        }
    }
}
