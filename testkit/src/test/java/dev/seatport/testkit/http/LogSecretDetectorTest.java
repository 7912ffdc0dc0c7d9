package dev.seatport.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogSecretDetectorTest {
    private static final Logger LOG = LoggerFactory.getLogger("some.library");

    @Test
    void recordsLinesWithASecretInEachEncodingAndAtEachLevel() {
        try (LogSecretDetector detector = LogSecretDetector.forSecret("s3cret/value")) {
            LOG.trace("sent s3cret/value");
            LOG.debug("sent client_secret=s3cret%2Fvalue");
            LOG.warn("failed", new IllegalStateException("Authorization: Bearer abc"));
            LOG.info("nothing to see");

            assertThat(detector.leaks()).hasSize(3);
            assertThat(detector.lines()).isEqualTo(4);
        }
    }

    @Test
    void checksNoLineAfterClose() {
        LogSecretDetector detector = LogSecretDetector.forSecret("s3cret");
        detector.close();
        LOG.error("sent nothing");

        assertThat(detector.lines()).isZero();
    }
}
