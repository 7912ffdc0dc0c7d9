package dev.seatport.demo.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.demo.cli.SpoilingProxy.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Way to corrupt a response. A harmless one loses no data in the review. Others may lose counts, rows, customers or the complete result;
 * they record this in the log.
 */
enum ResponseSpoiler {
    /** Repeats a row unchanged in the same page. */
    REPEATED_ROW(true) {
        @Override
        Response spoil(SpoiledResponse spoiled, Random random) {
            return spoiled.isOf("customers", "tenant-seats")
                    ? spoiled.edited(rows -> rows.insert(
                            random.nextInt(rows.size() + 1), rows.get(0).deepCopy()))
                    : spoiled.response();
        }
    },
    /** Adds a row of the first page to a later page. */
    REPEATED_LATER(true) {
        @Override
        Response spoil(SpoiledResponse spoiled, Random random) {
            return spoiled.isOf("customers") && spoiled.hasEarlier()
                    ? spoiled.edited(rows -> rows.insert(0, spoiled.copyOfEarlier()))
                    : spoiled.response();
        }
    },
    /** Replaces a row of a later page with a row of the first page. One customer is missing although the total matches. */
    SWAPPED_ROW(false) {
        @Override
        Response spoil(SpoiledResponse spoiled, Random random) {
            return spoiled.isOf("customers") && spoiled.hasEarlier()
                    ? spoiled.edited(rows -> rows.set(random.nextInt(rows.size()), spoiled.copyOfEarlier()))
                    : spoiled.response();
        }
    },
    /** Repeats the seats of a tenant with other counts. */
    CHANGED_ROW(false) {
        @Override
        Response spoil(SpoiledResponse spoiled, Random random) {
            return spoiled.isOf("tenant-seats")
                    ? spoiled.edited(rows -> {
                        int at = random.nextInt(rows.size());
                        ObjectNode changed = ((ObjectNode) rows.get(at)).deepCopy();
                        String field =
                                List.of("assignedUserSeat", "availableUserSeat").get(random.nextInt(2));
                        changed.put(field, changed.path(field).asLong() + 1 + random.nextInt(90));
                        rows.insert(random.nextBoolean() ? at : rows.size(), changed);
                        spoiled.doubt(changed.path("tenantId").asText(), field);
                    })
                    : spoiled.response();
        }
    },
    /** Changes the total of a listing. */
    LYING_TOTAL(false) {
        @Override
        Response spoil(SpoiledResponse spoiled, Random random) {
            return spoiled.isOf("customers", "tenant-seats")
                    ? spoiled.raw("totalCount", "metadata", total -> switch (random.nextInt(10)) {
                        case 0 -> String.valueOf(spoiled.rows());
                        case 1 -> "0";
                        case 2 -> "-1";
                        case 3 -> String.valueOf(total + 1 + random.nextInt(200));
                        case 4 -> String.valueOf(Math.max(0, total - 1 - random.nextInt(20)));
                        case 5 -> "2147483647";
                        case 6 -> "null";
                        case 7 -> "\"many\"";
                        case 8 -> total + ".0";
                        default -> "\"" + total + "\"";
                    })
                    : spoiled.response();
        }
    },
    /** Writes a count in another notation of the same value. The review decodes it or reports a gap. */
    RESPELT_COUNT(false) {
        @Override
        Response spoil(SpoiledResponse spoiled, Random random) {
            return spoiled.count(random, false, count -> switch (random.nextInt(3)) {
                case 0 -> "\"" + count + "\"";
                case 1 -> count + ".0";
                default -> count + "e0";
            });
        }
    },
    /** Replaces a count with an invalid value. */
    ODD_COUNT(false) {
        private static final List<String> INVALID_VALUES = List.of(
                "\"NaN\"",
                "NaN",
                "\"N/A\"",
                "\"\"",
                "null",
                "true",
                "[]",
                "{}",
                "1e400",
                "9223372036854775808",
                "2147483647",
                "\"\u0665\"",
                "\"0x19\"",
                "\"25,0\"",
                "0.5",
                "\"2147483647\"",
                "2147483647.0",
                "-2147483648",
                "-3",
                "\"-3\"",
                "99e99");

        @Override
        Response spoil(SpoiledResponse spoiled, Random random) {
            return spoiled.count(random, true, count -> INVALID_VALUES.get(random.nextInt(INVALID_VALUES.size())));
        }
    },
    /** Replaces a name with dangerous or broken text. */
    ODD_NAME(true) {
        private static final List<String> INVALID_VALUES = List.of(
                "\"half \\ud83d emoji\"",
                "\"\\udc00\"",
                "\"\\u0000\"",
                "\"\\u202e\\u001b[31m\"",
                "\"</script><b>\"",
                "\"=cmd|' /C calc'!A0\"",
                "\"\"",
                "null",
                "\"" + "x".repeat(5_000) + "\"");

        @Override
        Response spoil(SpoiledResponse spoiled, Random random) {
            return spoiled.name(INVALID_VALUES.get(random.nextInt(INVALID_VALUES.size())));
        }
    },
    /** Writes a tenant's id in another notation. */
    RESPELT_GUID(true) {
        @Override
        Response spoil(SpoiledResponse spoiled, Random random) {
            return spoiled.tenantIds(id -> switch (random.nextInt(4)) {
                case 0 -> id.toUpperCase(Locale.ROOT);
                case 1 -> "{" + id + "}";
                case 2 -> id.replace("-", "");
                default -> " " + id + " ";
            });
        }
    },
    /** Adds a tenant without a valid id to a customer. */
    HALF_MADE_TENANT(false) {
        private static final List<String> INVALID_TENANTS = List.of(
                "{}",
                "{\"id\":null,\"name\":\"x\"}",
                "{\"id\":\"\"}",
                "{\"name\":\"x\"}",
                "null",
                "\"x\"",
                "[]",
                "{\"id\":\"00000000-0000-0000-0000-000000000000\"}",
                "{\"id\":{}}");

        @Override
        Response spoil(SpoiledResponse spoiled, Random random) {
            return spoiled.isOf("customers") && spoiled.avePoint() && !spoiled.countsOnly()
                    ? spoiled.edited(rows -> {
                        ObjectNode customer = (ObjectNode) rows.get(random.nextInt(rows.size()));
                        ArrayNode tenants = customer.withArray("tenants");
                        tenants.insert(
                                random.nextInt(tenants.size() + 1),
                                SpoiledResponse.json(INVALID_TENANTS.get(random.nextInt(INVALID_TENANTS.size()))));
                        spoiled.gap(customer.path("id").asText());
                    })
                    : spoiled.response();
        }
    },
    /** Marks a C3 record as deleted with an invalid date, or adds a deleted copy of a live record. */
    DELETED_RECORD(true) {
        @Override
        Response spoil(SpoiledResponse spoiled, Random random) {
            return spoiled.isOf("customers") && !spoiled.avePoint()
                    ? spoiled.edited(rows -> {
                        ObjectNode record = (ObjectNode) rows.get(random.nextInt(rows.size()));
                        switch (random.nextInt(3)) {
                            case 0 -> record.put("DeletedOn", "0001-01-01T00:00:00");
                            case 1 -> record.put("DeletedOn", "n/a");
                            default ->
                                rows.insert(
                                        random.nextInt(rows.size() + 1),
                                        record.deepCopy().put("DeletedOn", "2024-01-31T10:00:00"));
                        }
                    })
                    : spoiled.response();
        }
    },
    /** Replaces the response with an HTML page of a gateway. */
    HTML_PAGE(false) {
        @Override
        Response spoil(SpoiledResponse spoiled, Random random) {
            int status = List.of(200, 403, 404, 502).get(random.nextInt(4));
            byte[] page = "<!DOCTYPE html><html><body>nothing here</body></html>".getBytes(StandardCharsets.UTF_8);
            return Response.of(status, Map.of("content-type", "text/html"), page);
        }
    },
    /** Closes the connection before, during or after the first response to a request. A retry succeeds if the retry budget permits it. */
    CLOSED_ONCE(false) {
        @Override
        Response spoil(SpoiledResponse spoiled, Random random) {
            int length = spoiled.response().bytes().length;
            return spoiled.attempt() > 1
                    ? spoiled.response()
                    : switch (random.nextInt(3)) {
                        case 0 -> spoiled.response().cutAt(0);
                        case 1 -> spoiled.response().cutAt(random.nextInt(length));
                        default -> spoiled.response().closing();
                    };
        }
    },
    /** Closes the connection during every response to a request. */
    CLOSED_ALWAYS(false) {
        @Override
        Response spoil(SpoiledResponse spoiled, Random random) {
            return spoiled.response().cutAt(random.nextInt(spoiled.response().bytes().length));
        }
    },
    /** Removes a count. */
    MISSING_COUNT(false) {
        @Override
        Response spoil(SpoiledResponse spoiled, Random random) {
            return spoiled.withoutCount(random);
        }
    },
    /** Removes the tenant id from the seats of a tenant. */
    MISSING_IDENTITY(false) {
        @Override
        Response spoil(SpoiledResponse spoiled, Random random) {
            return spoiled.isOf("tenant-seats")
                    ? spoiled.edited(rows -> {
                        ObjectNode row = (ObjectNode) rows.get(random.nextInt(rows.size()));
                        switch (random.nextInt(4)) {
                            case 0 -> row.remove("tenantId");
                            case 1 -> row.putNull("tenantId");
                            case 2 -> row.put("tenantId", "");
                            default -> row.put("tenantId", "00000000-0000-0000-0000-000000000000");
                        }
                        spoiled.gap(spoiled.customer());
                    })
                    : spoiled.response();
        }
    },
    /** Makes the response belong to another product or another kind of tenant. */
    FOREIGN_ECHO(false) {
        @Override
        Response spoil(SpoiledResponse spoiled, Random random) {
            return spoiled.echo();
        }
    },
    /** Appends bytes to the response, mostly a response of the same kind for another customer. */
    SURPLUS_BYTES(false) {
        @Override
        Response spoil(SpoiledResponse spoiled, Random random) {
            byte[] other = spoiled.othersBytes();
            return switch (random.nextInt(3)) {
                case 0 -> spoiled.response().withSurplus("\r\n\r\n0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                case 1 ->
                    Response.of(200, Map.of("content-type", "application/json"), new byte[0])
                            .withSurplus(other);
                default -> spoiled.response().withSurplus(other);
            };
        }
    };

    private final boolean harmless;

    ResponseSpoiler(boolean harmless) {
        this.harmless = harmless;
    }

    /** Returns whether a review is complete in spite of this corruption. */
    boolean harmless() {
        return harmless;
    }

    /** Returns the corrupted response, or the same response if this kind does not apply to it. */
    abstract Response spoil(SpoiledResponse spoiled, Random random);
}
