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
 * A way to spoil responses. A kind says of itself how much the review may lack because of it: nothing if it is harmless, some numbers
 * if it hides numbers, and rows, customers or the whole result otherwise.
 */
enum ResponseSpoiler {
    /** A row comes again as it is, in the same page. */
    REPEATED_ROW(true) {
        @Override
        Response spoil(SpoiledResponse answer, Random chance) {
            return answer.isOf("customers", "tenant-seats")
                    ? answer.edited(rows -> rows.insert(
                            chance.nextInt(rows.size() + 1), rows.get(0).deepCopy()))
                    : answer.response();
        }
    },
    /** A row of the first page comes again in a later one, in addition. */
    REPEATED_LATER(true) {
        @Override
        Response spoil(SpoiledResponse answer, Random chance) {
            return answer.isOf("customers") && answer.hasEarlier()
                    ? answer.edited(rows -> rows.insert(0, answer.copyOfEarlier()))
                    : answer.response();
        }
    },
    /** A row of the first page comes in place of another in a later one: one customer is missing, and the total fits. */
    SWAPPED_ROW(false) {
        @Override
        Response spoil(SpoiledResponse answer, Random chance) {
            return answer.isOf("customers") && answer.hasEarlier()
                    ? answer.edited(rows -> rows.set(chance.nextInt(rows.size()), answer.copyOfEarlier()))
                    : answer.response();
        }
    },
    /** A tenant's seats come twice, with other counts. */
    CHANGED_ROW(false) {
        @Override
        Response spoil(SpoiledResponse answer, Random chance) {
            return answer.isOf("tenant-seats")
                    ? answer.edited(rows -> {
                        int at = chance.nextInt(rows.size());
                        ObjectNode changed = ((ObjectNode) rows.get(at)).deepCopy();
                        String field =
                                List.of("assignedUserSeat", "availableUserSeat").get(chance.nextInt(2));
                        changed.put(field, changed.path(field).asLong() + 1 + chance.nextInt(90));
                        rows.insert(chance.nextBoolean() ? at : rows.size(), changed);
                        answer.doubt(changed.path("tenantId").asText(), field);
                    })
                    : answer.response();
        }
    },
    /** The total of a listing is not that of its rows. */
    LYING_TOTAL(false) {
        @Override
        Response spoil(SpoiledResponse answer, Random chance) {
            return answer.isOf("customers", "tenant-seats")
                    ? answer.raw("totalCount", "metadata", total -> switch (chance.nextInt(10)) {
                        case 0 -> String.valueOf(answer.rows());
                        case 1 -> "0";
                        case 2 -> "-1";
                        case 3 -> String.valueOf(total + 1 + chance.nextInt(200));
                        case 4 -> String.valueOf(Math.max(0, total - 1 - chance.nextInt(20)));
                        case 5 -> "2147483647";
                        case 6 -> "null";
                        case 7 -> "\"many\"";
                        case 8 -> total + ".0";
                        default -> "\"" + total + "\"";
                    })
                    : answer.response();
        }
    },
    /** A count is written in another way and means the same: it is read, or a gap. */
    RESPELT_COUNT(false) {
        @Override
        Response spoil(SpoiledResponse answer, Random chance) {
            return answer.count(chance, false, count -> switch (chance.nextInt(3)) {
                case 0 -> "\"" + count + "\"";
                case 1 -> count + ".0";
                default -> count + "e0";
            });
        }
    },
    /** A count is no number that a vendor may report. */
    ODD_COUNT(false) {
        private static final List<String> ODD = List.of(
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
        Response spoil(SpoiledResponse answer, Random chance) {
            return answer.count(chance, true, count -> ODD.get(chance.nextInt(ODD.size())));
        }
    },
    /** A name holds what text should not hold. */
    ODD_NAME(true) {
        private static final List<String> ODD = List.of(
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
        Response spoil(SpoiledResponse answer, Random chance) {
            return answer.name(ODD.get(chance.nextInt(ODD.size())));
        }
    },
    /** A tenant's id is written in another way. */
    RESPELT_GUID(true) {
        @Override
        Response spoil(SpoiledResponse answer, Random chance) {
            return answer.tenantIds(id -> switch (chance.nextInt(4)) {
                case 0 -> id.toUpperCase(Locale.ROOT);
                case 1 -> "{" + id + "}";
                case 2 -> id.replace("-", "");
                default -> " " + id + " ";
            });
        }
    },
    /** A customer has a tenant more, which has no identity. */
    HALF_MADE_TENANT(false) {
        private static final List<String> HALF = List.of(
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
        Response spoil(SpoiledResponse answer, Random chance) {
            return answer.isOf("customers") && answer.avePoint() && !answer.countsOnly()
                    ? answer.edited(rows -> {
                        ObjectNode customer = (ObjectNode) rows.get(chance.nextInt(rows.size()));
                        ArrayNode tenants = customer.withArray("tenants");
                        tenants.insert(
                                chance.nextInt(tenants.size() + 1),
                                SpoiledResponse.json(HALF.get(chance.nextInt(HALF.size()))));
                        answer.gap(customer.path("id").asText());
                    })
                    : answer.response();
        }
    },
    /** A C3 record is deleted, or says something odd about it, or a deleted record stands beside a live one. */
    DELETED_RECORD(true) {
        @Override
        Response spoil(SpoiledResponse answer, Random chance) {
            return answer.isOf("customers") && !answer.avePoint()
                    ? answer.edited(rows -> {
                        ObjectNode record = (ObjectNode) rows.get(chance.nextInt(rows.size()));
                        switch (chance.nextInt(3)) {
                            case 0 -> record.put("DeletedOn", "0001-01-01T00:00:00");
                            case 1 -> record.put("DeletedOn", "n/a");
                            default ->
                                rows.insert(
                                        chance.nextInt(rows.size() + 1),
                                        record.deepCopy().put("DeletedOn", "2024-01-31T10:00:00"));
                        }
                    })
                    : answer.response();
        }
    },
    /** A gateway answers in place of the vendor. */
    HTML_PAGE(false) {
        @Override
        Response spoil(SpoiledResponse answer, Random chance) {
            int status = List.of(200, 403, 404, 502).get(chance.nextInt(4));
            byte[] page = "<!DOCTYPE html><html><body>nothing here</body></html>".getBytes(StandardCharsets.UTF_8);
            return Response.of(status, Map.of("content-type", "text/html"), page);
        }
    },
    /** The connection closes before, in or behind the first answer to a request; the next one is whole, if the budget of retries allows one. */
    CLOSED_ONCE(false) {
        @Override
        Response spoil(SpoiledResponse answer, Random chance) {
            int length = answer.response().bytes().length;
            return answer.attempt() > 1
                    ? answer.response()
                    : switch (chance.nextInt(3)) {
                        case 0 -> answer.response().cutAt(0);
                        case 1 -> answer.response().cutAt(chance.nextInt(length));
                        default -> answer.response().closing();
                    };
        }
    },
    /** The connection closes in every answer to a request. */
    CLOSED_ALWAYS(false) {
        @Override
        Response spoil(SpoiledResponse answer, Random chance) {
            return answer.response().cutAt(chance.nextInt(answer.response().bytes().length));
        }
    },
    /** A count is missing. */
    MISSING_COUNT(false) {
        @Override
        Response spoil(SpoiledResponse answer, Random chance) {
            return answer.withoutCount(chance);
        }
    },
    /** The seats of a tenant lack its id. */
    MISSING_IDENTITY(false) {
        @Override
        Response spoil(SpoiledResponse answer, Random chance) {
            return answer.isOf("tenant-seats")
                    ? answer.edited(rows -> {
                        ObjectNode row = (ObjectNode) rows.get(chance.nextInt(rows.size()));
                        switch (chance.nextInt(4)) {
                            case 0 -> row.remove("tenantId");
                            case 1 -> row.putNull("tenantId");
                            case 2 -> row.put("tenantId", "");
                            default -> row.put("tenantId", "00000000-0000-0000-0000-000000000000");
                        }
                        answer.gap(answer.customer());
                    })
                    : answer.response();
        }
    },
    /** The answer is that to another question: of another product, or of another kind of tenant. */
    FOREIGN_ECHO(false) {
        @Override
        Response spoil(SpoiledResponse answer, Random chance) {
            return answer.echo();
        }
    },
    /** Bytes follow the response, most of the time a response of the same kind to another customer's request. */
    SURPLUS_BYTES(false) {
        @Override
        Response spoil(SpoiledResponse answer, Random chance) {
            byte[] other = answer.othersBytes();
            return switch (chance.nextInt(3)) {
                case 0 -> answer.response().withBehind("\r\n\r\n0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                case 1 ->
                    Response.of(200, Map.of("content-type", "application/json"), new byte[0])
                            .withBehind(other);
                default -> answer.response().withBehind(other);
            };
        }
    };

    private final boolean harmless;

    ResponseSpoiler(boolean harmless) {
        this.harmless = harmless;
    }

    /** Whether a review has everything in spite of it. */
    boolean harmless() {
        return harmless;
    }

    /** The response as it is written; the same one where this kind has nothing to spoil. */
    abstract Response spoil(SpoiledResponse answer, Random chance);
}
