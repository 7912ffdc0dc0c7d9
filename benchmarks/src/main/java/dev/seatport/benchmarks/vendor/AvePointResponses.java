package dev.seatport.benchmarks.vendor;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** What AvePoint answers. */
final class AvePointResponses {
    static final String TOKEN = "/connect/token";
    static final String PREFIX = "/partner/";

    private static final String CUSTOMERS = "/partner/external/v3/general/customers/";
    private static final Buffer GRANTED =
            Buffer.buffer("{\"access_token\":\"avepoint-token\",\"expires_in\":3600,\"token_type\":\"Bearer\"}");
    private static final Buffer OVERVIEW =
            Buffer.buffer("{\"productType\":2048,\"purchasedUserSeat\":" + BenchmarkFleet.PURCHASED + "}");

    private final BenchmarkFleet benchmarkFleet;

    AvePointResponses(BenchmarkFleet benchmarkFleet) {
        this.benchmarkFleet = benchmarkFleet;
    }

    static Buffer token() {
        return GRANTED;
    }

    Buffer answer(HttpServerRequest request) {
        String path = request.path();
        if (path.startsWith("batch", CUSTOMERS.length())) {
            return customers(Paged.of(request));
        }
        if (path.endsWith("/overview")) {
            return OVERVIEW;
        }
        int number = CUSTOMERS.length() + BenchmarkFleet.AVEPOINT_CUSTOMER.length();
        return TenantPages.page(
                benchmarkFleet, Integer.parseInt(path, number, number + BenchmarkFleet.DIGITS, 10), Paged.of(request));
    }

    private Buffer customers(Paged asked) {
        int rows = asked.rowsOf(benchmarkFleet.customers());
        StringBuilder page = new StringBuilder("{\"data\":[");
        for (int i = 0; i < rows; i++) {
            customer(page.append(i == 0 ? "" : ","), asked.first() + i);
        }
        return Buffer.buffer(page.append(asked.tail(benchmarkFleet.customers())).toString());
    }

    private void customer(StringBuilder page, int customer) {
        page.append("{\"id\":\"")
                .append(BenchmarkFleet.avePointId(customer))
                .append("\",\"organization\":\"Customer ")
                .append(customer)
                .append("\",\"ownerEmail\":\"owner@customer.example\",\"jobStatus\":1,\"countryOrRegion\":\"DE\",")
                .append("\"managementMode\":1,\"tenants\":[");
        for (int i = 0; i < benchmarkFleet.tenants(customer); i++) {
            page.append(i == 0 ? "{\"id\":\"" : ",{\"id\":\"")
                    .append(BenchmarkFleet.tenantId(benchmarkFleet.tenant(customer, i)))
                    .append("\",\"name\":\"Tenant\"}");
        }
        page.append("]}");
    }
}
