package dev.seatport.c3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.testkit.http.SmallHeapProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the customer listing in a process with a heap of 64 MiB. */
@Tag("slow")
class C3MemoryTest {
    @TempDir
    private Path folder = Path.of("");

    private List<String> run(String... arguments) throws IOException, InterruptedException {
        return SmallHeapProcess.run(folder, C3SmallHeapProgram.class, List.of(arguments));
    }

    @Test
    void fiftyThousandCustomersFit() throws Exception {
        try (EndlessListingServer vendor = new EndlessListingServer(50_000)) {
            assertThat(run(vendor.url().toString())).containsExactly("50000 complete");
        }
    }

    @Test
    void oneCustomerIsFoundAmong150000() throws Exception {
        try (EndlessListingServer vendor = new EndlessListingServer(150_000)) {
            assertThat(run(vendor.url().toString(), EndlessListingServer.customer(140_000)))
                    .containsExactly("Customer number 140000");
        }
    }

    @Test
    void endlessListingFails() throws Exception {
        try (EndlessListingServer vendor = new EndlessListingServer(Long.MAX_VALUE)) {
            assertThat(run(vendor.url().toString())).containsExactly("0 ANSWER_TOO_LARGE");
            assertThat(vendor.clientClosed()).isTrue();
        }
    }
}
