package dev.seatport.benchmarks.vendor;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Responses of AvePoint. */
final class AvePointResponses {
    static final String TOKEN = "/connect/token";
    static final String PREFIX = "/partner/";

    private static final String CUSTOMERS = "/partner/external/v3/general/customers/";
    private static final Buffer TOKEN_RESPONSE =
            Buffer.buffer("{\"access_token\":\"avepoint-token\",\"expires_in\":3600,\"token_type\":\"Bearer\"}");
    private static final Buffer OVERVIEW =
            Buffer.buffer("{\"productType\":2048,\"purchasedUserSeat\":" + BenchmarkFleet.PURCHASED + "}");

    private final BenchmarkFleet fleet;

    AvePointResponses(BenchmarkFleet fleet) {
        this.fleet = fleet;
    }

    static Buffer token() {
        return TOKEN_RESPONSE;
    }

    Buffer respond(HttpServerRequest request) {
        String path = request.path();
        if (path.startsWith("batch", CUSTOMERS.length())) {
            return customers(Paged.of(request));
        }
        if (path.endsWith("/overview")) {
            return OVERVIEW;
        }
        int number = CUSTOMERS.length() + BenchmarkFleet.AVEPOINT_CUSTOMER.length();
        return TenantPages.page(
                fleet, Integer.parseInt(path, number, number + BenchmarkFleet.DIGITS, 10), Paged.of(request));
    }

    private Buffer customers(Paged page) {
        int rows = page.rowsOf(fleet.customers());
        StringBuilder json = new StringBuilder("{\"data\":[");
        for (int i = 0; i < rows; i++) {
            customer(json.append(i == 0 ? "" : ","), page.firstRow() + i);
        }
        return Buffer.buffer(json.append(page.tail(fleet.customers())).toString());
    }

    private void customer(StringBuilder json, int customer) {
        json.append("{\"id\":\"")
                .append(BenchmarkFleet.avePointId(customer))
                .append("\",\"organization\":\"Customer ")
                .append(customer)
                .append("\",\"ownerEmail\":\"owner@customer.example\",\"jobStatus\":1,\"countryOrRegion\":\"DE\",")
                .append("\"managementMode\":1,\"tenants\":[");
        for (int i = 0; i < fleet.tenants(customer); i++) {
            json.append(i == 0 ? "{\"id\":\"" : ",{\"id\":\"")
                    .append(BenchmarkFleet.tenantId(fleet.tenant(customer, i)))
                    .append("\",\"name\":\"Tenant\"}");
        }
        json.append("]}");
    }
}
