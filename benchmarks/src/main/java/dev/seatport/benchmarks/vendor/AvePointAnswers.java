package dev.seatport.benchmarks.vendor;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** What AvePoint answers. */
final class AvePointAnswers {
    static final String TOKEN = "/connect/token";
    static final String PREFIX = "/partner/";

    private static final String CUSTOMERS = "/partner/external/v3/general/customers/";
    private static final Buffer GRANTED =
            Buffer.buffer("{\"access_token\":\"avepoint-token\",\"expires_in\":3600,\"token_type\":\"Bearer\"}");
    private static final Buffer OVERVIEW =
            Buffer.buffer("{\"productType\":2048,\"purchasedUserSeat\":" + Fleet.PURCHASED + "}");

    private final Fleet fleet;

    AvePointAnswers(Fleet fleet) {
        this.fleet = fleet;
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
        int number = CUSTOMERS.length() + Fleet.AVEPOINT_CUSTOMER.length();
        return TenantPages.page(fleet, Integer.parseInt(path, number, number + Fleet.DIGITS, 10), Paged.of(request));
    }

    private Buffer customers(Paged asked) {
        int rows = asked.rowsOf(fleet.customers());
        StringBuilder page = new StringBuilder("{\"data\":[");
        for (int i = 0; i < rows; i++) {
            customer(page.append(i == 0 ? "" : ","), asked.first() + i);
        }
        return Buffer.buffer(page.append(asked.tail(fleet.customers())).toString());
    }

    private void customer(StringBuilder page, int customer) {
        page.append("{\"id\":\"")
                .append(Fleet.avePointId(customer))
                .append("\",\"organization\":\"Customer ")
                .append(customer)
                .append("\",\"ownerEmail\":\"owner@customer.example\",\"jobStatus\":1,\"countryOrRegion\":\"DE\",")
                .append("\"managementMode\":1,\"tenants\":[");
        for (int i = 0; i < fleet.tenants(customer); i++) {
            page.append(i == 0 ? "{\"id\":\"" : ",{\"id\":\"")
                    .append(Fleet.tenantId(fleet.tenant(customer, i)))
                    .append("\",\"name\":\"Tenant\"}");
        }
        page.append("]}");
    }
}
