package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.demo.cli.SpoilingProxy.Request;
import dev.seatport.demo.cli.SpoilingProxy.Response;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** One review of corrupted responses, derived from a seed, and its audit against the fleet. */
final class SpoiledReview implements SpoilingProxy.Spoiler {
    private static final List<Integer> PAGE_SIZES = List.of(100, 7, 13);
    private static final int MAX_KINDS = 3;
    private static final String BACKUP = "2048";

    private final Sandbox sandbox;
    private final long seed;
    private final List<ResponseSpoiler> kinds;
    private final double share;
    private final int pageSize;
    private final SpoiledResponseLog log = new SpoiledResponseLog();

    private SpoiledReview(Sandbox sandbox, long seed, List<ResponseSpoiler> kinds, double share, int pageSize) {
        this.sandbox = sandbox;
        this.seed = seed;
        this.kinds = kinds;
        this.share = share;
        this.pageSize = pageSize;
    }

    /** Creates a review with up to three of these corruptions. */
    static SpoiledReview fromSeed(Sandbox sandbox, long seed, List<ResponseSpoiler> from) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        List<ResponseSpoiler> shuffled = new ArrayList<>(from);
        Collections.shuffle(shuffled, random);
        List<ResponseSpoiler> kinds =
                List.copyOf(shuffled.subList(0, Math.min(from.size(), 1 + random.nextInt(MAX_KINDS))));
        double share = 0.02 + 0.3 * random.nextDouble();
        return new SpoiledReview(sandbox, seed, kinds, share, PAGE_SIZES.get(random.nextInt(PAGE_SIZES.size())));
    }

    /** Reduces the page size, which a server may do, and restores the vendor's notation of a tenant id. */
    @Override
    public Request sent(Request request) {
        String target = request.target();
        if (SpoiledResponse.kind(target).equals("customers")) {
            return request.withTarget(target.replaceAll("pageSize=\\d+", "pageSize=" + pageSize));
        }
        int tenant = target.indexOf("/tenant/");
        return tenant < 0
                ? request
                : request.withTarget(target.substring(0, tenant + 8)
                        + log.spelling(URLDecoder.decode(target.substring(tenant + 8), StandardCharsets.UTF_8)));
    }

    @Override
    public Response spoilt(Request request, int attempt, Response whole) {
        if (whole.status() != 200 || SpoiledResponse.kind(request.target()).equals("other")) {
            return whole;
        }
        for (ResponseSpoiler kind : kinds) {
            Random random = new Random(Objects.hash(seed, kind.name(), request.key()));
            random.nextInt();
            SpoiledResponse spoiled = new SpoiledResponse(request, sent(request), attempt, whole, log);
            spoiled.noteFirstPage();
            if (random.nextDouble() < share) {
                Response spoilt = kind.spoil(spoiled, random);
                if (!spoilt.equals(whole)) {
                    // One corruption per response: two of them could form a valid response with wrong data.
                    log.applied(kind);
                    return spoilt;
                }
            }
        }
        return whole;
    }

    /** Runs the review and compares it with the fleet. */
    SpoiledReview audit() throws IOException {
        URI vendor = URI.create(sandbox.avePointBaseUrl());
        try (SpoilingProxy proxy = SpoilingProxy.before(vendor, this)) {
            CommandResult commandResult = InProcessShell.with(proxy.settings(SandboxedShell.settings(sandbox)))
                    .run("review", "--format", "json");
            try {
                audit(commandResult);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        this + ", ended with " + commandResult.code() + "\n" + commandResult.err() + "\n"
                                + e.getMessage(),
                        e);
            }
        }
        return this;
    }

    private void audit(CommandResult commandResult) {
        assertThat(commandResult.code()).as("exit code").isIn(0, 1, 3, 4);
        // A repeated row with another name is different content, which the review must report.
        boolean renamed =
                log.applied().keySet().containsAll(Set.of(ResponseSpoiler.REPEATED_LATER, ResponseSpoiler.ODD_NAME));
        if (!renamed && log.applied().keySet().stream().allMatch(ResponseSpoiler::harmless)) {
            assertThat(commandResult.code())
                    .as("exit code, with harmless kinds only")
                    .isZero();
        }
        if (commandResult.code() == 3) {
            assertThat(commandResult.out()).isEmpty();
            return;
        }
        JsonNode review = commandResult.json();
        Map<String, JsonNode> told = new HashMap<>();
        review.path("customers")
                .forEach(customer -> assertThat(told.put(customer.path("id").asText(), customer))
                        .as("printed once")
                        .isNull());
        Set<String> allCustomers = new HashSet<>();
        for (SimulatedCustomer customer : sandbox.fleet().customers()) {
            allCustomers.add(customer.avePointId());
            JsonNode entry = told.get(customer.avePointId());
            if (entry != null) {
                audit(customer, entry);
            }
        }
        assertThat(allCustomers).as("no other customers").containsAll(told.keySet());
        if (commandResult.code() <= 1) {
            assertThat(told.keySet()).as("a complete review").isEqualTo(allCustomers);
            assertThat(review.path("customers"))
                    .allMatch(customer -> customer.path("complete").asBoolean());
        }
    }

    private void audit(SimulatedCustomer customer, JsonNode entry) {
        String id = customer.avePointId();
        boolean complete = entry.path("complete").asBoolean();
        if (log.cannotBeComplete(id)) {
            assertThat(complete).as("complete: " + entry).isFalse();
        }
        List<Row> seats = new ArrayList<>();
        for (ObjectNode tenant : PrintedReview.objects(FleetTruth.tenantSeats(customer, 0))) {
            seats.add(Row.of(tenant, "tenantId")
                    .with(
                            "assigned",
                            SpoiledResponseLog.key(id, tenant.path("tenantId").asText(), "assignedUserSeat"))
                    .with(
                            "available",
                            SpoiledResponseLog.key(id, tenant.path("tenantId").asText(), "availableUserSeat")));
        }
        audit(entry.path("tenants"), seats, complete);
        ObjectNode backup = JsonNodeFactory.instance.objectNode().put("productCode", BACKUP);
        backup.put("purchased", customer.purchasedByProduct().get(Integer.valueOf(BACKUP)));
        audit(
                entry.path("products"),
                List.of(Row.of(backup, "productCode")
                        .with("purchased", SpoiledResponseLog.key(id, "purchasedUserSeat"))),
                complete);
        List<Row> licenses = new ArrayList<>();
        for (ObjectNode license : FleetTruth.joinedLicenses(customer)) {
            String key = SpoiledResponseLog.key(
                    license.path("customerId").asText(),
                    license.path("tenantId").asText(),
                    license.path("skuId").asText());
            licenses.add(Row.of(license, "customerId", "tenantId", "skuId")
                    .with("purchased", key + SpoiledResponseLog.key("ActiveUnits"))
                    .with("assigned", key + SpoiledResponseLog.key("ConsumedUnits"))
                    .with("available", key + SpoiledResponseLog.key("AvailableUnits"))
                    .with("tenantTotal", key + SpoiledResponseLog.key("TotalUnits")));
        }
        audit(entry.path("licenses"), licenses, complete);
    }

    /** An expected row, and the log keys of its counts. */
    private record Row(ObjectNode truth, List<String> identity, Map<String, String> counts) {
        static Row of(ObjectNode truth, String... identity) {
            return new Row(truth, List.of(identity), new HashMap<>());
        }

        Row with(String count, String key) {
            counts.put(count, key);
            return this;
        }

        String key(JsonNode row) {
            return SpoiledResponseLog.key(
                    identity.stream().map(name -> row.path(name).asText()).toArray(String[]::new));
        }
    }

    private void audit(JsonNode printed, List<Row> wanted, boolean complete) {
        Map<String, JsonNode> told = new HashMap<>();
        for (JsonNode row : printed) {
            assertThat(wanted).as("rows of which the fleet has none: " + row).isNotEmpty();
            assertThat(told.put(wanted.get(0).key(row), row))
                    .as("printed once: " + row)
                    .isNull();
        }
        for (Row row : wanted) {
            JsonNode entry = told.remove(row.key(row.truth()));
            if (entry == null) {
                assertThat(complete).as("complete without " + row.truth()).isFalse();
                continue;
            }
            row.counts().forEach((count, key) -> {
                JsonNode number = entry.path(count);
                JsonNode truth = row.truth().path(count);
                if (number.isNull()) {
                    assertThat(truth.isNull() || !complete || log.mayBeMissing(key))
                            .as("unreported without a reason: " + count + " of " + entry)
                            .isTrue();
                } else {
                    assertThat(number.asLong()).as(count + " of " + entry).isEqualTo(truth.asLong());
                    assertThat(log.mustBeMissing(key) && complete)
                            .as("certain about contradicting counts: " + count + " of " + entry)
                            .isFalse();
                }
            });
        }
        assertThat(told.values()).as("rows that the fleet does not have").isEmpty();
    }

    @Override
    public String toString() {
        return "seed " + seed + ", " + kinds + ", share " + share + ", pages of " + pageSize + ", corrupted: " + log;
    }
}
