package dev.seatport.benchmarks.decode;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seatport.avepoint.internal.tenantseats.SeatDecodeBenchmark;
import dev.seatport.c3.internal.licenses.ReportDecodeBenchmark;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.ports.listing.Listing;
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
 * From the bytes of an answer, all of them there, to values. Ours ends with what the call path makes of a page before anybody asks
 * for its rows: domain values, the page's provenance beside them, known rows sorted out. Theirs ends with records.
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

    /** Both sides must come to the same rows, or nothing is measured. */
    @Setup
    public void compare() throws IOException {
        Listing<TenantSeats> ours = SeatDecodeBenchmark.of(pageBuffer).value();
        WireDtos.Page theirs = databind.readValue(page, WireDtos.Page.class);
        for (int i = 0; i < PAGE; i++) {
            require(
                    ours.rows().get(i).tenant().id().value(),
                    theirs.data().get(i).tenantId());
            require(
                    String.valueOf(ours.rows().get(i).tenant().name()),
                    theirs.data().get(i).tenantName());
            require(
                    ours.rows().get(i).assigned().toString(),
                    String.valueOf(theirs.data().get(i).assignedUserSeat()));
        }
        require(ours.rows().size(), PAGE);
        require(ReportDecodeBenchmark.of(reportBuffer).value().rows().size(), REPORT);
        require(databind.readValue(report, WireDtos.Report.class).data().size(), REPORT);
        require(SeatDecodeBenchmark.of(smallBuffer).value().rows().size(), 1);
    }

    private static void require(Object ours, Object theirs) {
        if (!ours.equals(theirs)) {
            throw new IllegalStateException(ours + " is not " + theirs);
        }
    }

    @Benchmark
    public Observed<Listing<TenantSeats>> seatportPage(CpuTimeProfiler cpuTimeProfiler) {
        cpuTimeProfiler.answers++;
        return SeatDecodeBenchmark.of(pageBuffer);
    }

    /** Each row with its provenance too, as a subscriber who asks for all of them gets them. */
    @Benchmark
    public void seatportObserved(Blackhole hole, CpuTimeProfiler cpuTimeProfiler) {
        cpuTimeProfiler.answers++;
        Observed<Listing<TenantSeats>> answer = SeatDecodeBenchmark.of(pageBuffer);
        for (TenantSeats row : answer.value().rows()) {
            hole.consume(new Observed<>(row, answer.provenance()));
        }
    }

    @Benchmark
    public WireDtos.Page databindPage(CpuTimeProfiler cpuTimeProfiler) throws IOException {
        cpuTimeProfiler.answers++;
        return databind.readValue(page, WireDtos.Page.class);
    }

    @Benchmark
    public void jsonObjectPage(Blackhole hole, CpuTimeProfiler cpuTimeProfiler) {
        cpuTimeProfiler.answers++;
        JsonArray data = new JsonObject(pageBuffer).getJsonArray("data");
        for (int i = 0; i < data.size(); i++) {
            JsonObject row = data.getJsonObject(i);
            hole.consume(row.getInteger("type"));
            hole.consume(row.getString("tenantId"));
            hole.consume(row.getString("tenantName"));
            hole.consume(row.getLong("availableUserSeat"));
            hole.consume(row.getLong("assignedUserSeat"));
        }
    }

    @Benchmark
    public Observed<Listing<TenantSeats>> seatportRow(CpuTimeProfiler cpuTimeProfiler) {
        cpuTimeProfiler.answers++;
        return SeatDecodeBenchmark.of(smallBuffer);
    }

    @Benchmark
    public WireDtos.Page databindRow(CpuTimeProfiler cpuTimeProfiler) throws IOException {
        cpuTimeProfiler.answers++;
        return databind.readValue(small, WireDtos.Page.class);
    }

    @Benchmark
    public Object seatportReport(CpuTimeProfiler cpuTimeProfiler) {
        cpuTimeProfiler.answers++;
        return ReportDecodeBenchmark.of(reportBuffer);
    }

    @Benchmark
    public WireDtos.Report databindReport(CpuTimeProfiler cpuTimeProfiler) throws IOException {
        cpuTimeProfiler.answers++;
        return databind.readValue(report, WireDtos.Report.class);
    }
}
