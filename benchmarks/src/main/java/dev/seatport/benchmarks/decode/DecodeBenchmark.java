package dev.seatport.benchmarks.decode;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seatport.avepoint.internal.tenantseats.SeatDecodeBenchmark;
import dev.seatport.c3.internal.licenses.ReportDecodeBenchmark;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.ports.listing.ListingResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Decodes complete responses from bytes to values. Seatport's result is what the call pipeline produces before the subscriber requests
 * rows: domain values, the provenance of the page, and known rows removed. The result of the others is records.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecodeBenchmark {
    static final int PAGE = 100;
    static final int REPORT = 300;

    private final JsonMapper databind = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final byte[] page = Payloads.tenantPage(PAGE);
    private final byte[] small = Payloads.tenantPage(1);
    private final byte[] report = Payloads.licenseReport(REPORT);
    private final Buffer pageBuffer = Buffer.buffer(page);
    private final Buffer smallBuffer = Buffer.buffer(small);
    private final Buffer reportBuffer = Buffer.buffer(report);

    /** Checks that both sides decode the same rows. Otherwise nothing is measured. */
    @Setup
    public void checkEqualResults() throws IOException {
        ListingResult<TenantSeats> seatport = SeatDecodeBenchmark.of(pageBuffer).value();
        WireDtos.Page expected = databind.readValue(page, WireDtos.Page.class);
        for (int i = 0; i < PAGE; i++) {
            requireEqual(
                    seatport.rows().get(i).tenant().id().value(),
                    expected.data().get(i).tenantId());
            requireEqual(
                    String.valueOf(seatport.rows().get(i).tenant().name()),
                    expected.data().get(i).tenantName());
            requireEqual(
                    seatport.rows().get(i).assigned().toString(),
                    String.valueOf(expected.data().get(i).assignedUserSeat()));
        }
        requireEqual(seatport.rows().size(), PAGE);
        requireEqual(ReportDecodeBenchmark.of(reportBuffer).value().rows().size(), REPORT);
        requireEqual(databind.readValue(report, WireDtos.Report.class).data().size(), REPORT);
        requireEqual(SeatDecodeBenchmark.of(smallBuffer).value().rows().size(), 1);
    }

    private static void requireEqual(Object seatport, Object expected) {
        if (!seatport.equals(expected)) {
            throw new IllegalStateException(seatport + " is not " + expected);
        }
    }

    @Benchmark
    public Observed<ListingResult<TenantSeats>> seatportPage(CpuTimeProfiler profiler) {
        profiler.responses++;
        return SeatDecodeBenchmark.of(pageBuffer);
    }

    /** Also creates the provenance of each row, as for a subscriber that requests all rows. */
    @Benchmark
    public void seatportObserved(Blackhole blackhole, CpuTimeProfiler profiler) {
        profiler.responses++;
        Observed<ListingResult<TenantSeats>> response = SeatDecodeBenchmark.of(pageBuffer);
        for (TenantSeats row : response.value().rows()) {
            blackhole.consume(new Observed<>(row, response.provenance()));
        }
    }

    @Benchmark
    public WireDtos.Page databindPage(CpuTimeProfiler profiler) throws IOException {
        profiler.responses++;
        return databind.readValue(page, WireDtos.Page.class);
    }

    @Benchmark
    public void jsonObjectPage(Blackhole blackhole, CpuTimeProfiler profiler) {
        profiler.responses++;
        JsonArray data = new JsonObject(pageBuffer).getJsonArray("data");
        for (int i = 0; i < data.size(); i++) {
            JsonObject row = data.getJsonObject(i);
            blackhole.consume(row.getInteger("type"));
            blackhole.consume(row.getString("tenantId"));
            blackhole.consume(row.getString("tenantName"));
            blackhole.consume(row.getLong("availableUserSeat"));
            blackhole.consume(row.getLong("assignedUserSeat"));
        }
    }

    @Benchmark
    public Observed<ListingResult<TenantSeats>> seatportRow(CpuTimeProfiler profiler) {
        profiler.responses++;
        return SeatDecodeBenchmark.of(smallBuffer);
    }

    @Benchmark
    public WireDtos.Page databindRow(CpuTimeProfiler profiler) throws IOException {
        profiler.responses++;
        return databind.readValue(small, WireDtos.Page.class);
    }

    @Benchmark
    public Object seatportReport(CpuTimeProfiler profiler) {
        profiler.responses++;
        return ReportDecodeBenchmark.of(reportBuffer);
    }

    @Benchmark
    public WireDtos.Report databindReport(CpuTimeProfiler profiler) throws IOException {
        profiler.responses++;
        return databind.readValue(report, WireDtos.Report.class);
    }
}
