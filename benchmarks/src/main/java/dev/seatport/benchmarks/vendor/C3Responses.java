package dev.seatport.benchmarks.vendor;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/** Responses of C3. */
final class C3Responses {
    static final String TOKEN = "/oauth2/token";
    static final String PREFIX = "/api/";
    static final String CUSTOMERS = "/api/activecustomers/details/";

    private static final int CUSTOMERS_PER_CHUNK = 100;
    private static final Buffer TOKEN_RESPONSE =
            Buffer.buffer("{\"access_token\":\"c3-token\",\"expires_in\":\"3599\",\"ext_expires_in\":\"3599\","
                    + "\"token_type\":\"Bearer\",\"resource\":\"c3\"}");
    private static final String HEAD = "{\"OperationType\":null,\"Status\":\"Success\",\"RequestCorrelationID\":"
            + "\"da879f7a-732a-4045-8000-000000000001\",\"ErrorMessage\":null,\"ErrorDetail\":null,\"Data\":[";
    private static final Buffer TAIL = Buffer.buffer("]}");
    private static final Buffer REPORT = report();

    private final BenchmarkFleet fleet;

    C3Responses(BenchmarkFleet fleet) {
        this.fleet = fleet;
    }

    static Buffer token() {
        return TOKEN_RESPONSE;
    }

    /** Returns the licenses of a tenant, which are the same for all tenants. */
    static Buffer licenses() {
        return REPORT;
    }

    private static Buffer report() {
        StringBuilder report = new StringBuilder(HEAD);
        for (int i = 1; i <= BenchmarkFleet.LICENSES; i++) {
            report.append(i == 1 ? "" : ",")
                    .append("{\"ActiveUnits\":")
                    .append(10 * i)
                    .append(",\"AvailableUnits\":")
                    .append(i)
                    .append(",\"TotalUnits\":")
                    .append(12 * i)
                    .append(",\"ProducName\":\"Product ")
                    .append(i)
                    .append("\",\"ProductSkuId\":\"5c0d0000-0000-4000-8000-00000000000")
                    .append(i)
                    .append("\",\"ConsumedUnits\":")
                    .append(9 * i)
                    .append(",\"SubcriptionNames\":\" Product ")
                    .append(i)
                    .append("(Monthly)\"}");
        }
        return Buffer.buffer(report.append("]}").toString());
    }

    /** Writes all customers in one response, as fast as the client reads. */
    void customers(HttpServerResponse response) {
        response.setChunked(true).write(Buffer.buffer(HEAD));
        customers(response, 0);
    }

    private void customers(HttpServerResponse response, int from) {
        int next = from;
        while (next < fleet.customers() && !response.writeQueueFull()) {
            response.write(chunk(next));
            next += CUSTOMERS_PER_CHUNK;
        }
        if (next >= fleet.customers()) {
            response.drainHandler(null).end(TAIL);
            return;
        }
        int resumeAt = next;
        response.drainHandler(ignored -> customers(response, resumeAt));
    }

    private Buffer chunk(int from) {
        StringBuilder rows = new StringBuilder();
        for (int customer = from; customer < Math.min(from + CUSTOMERS_PER_CHUNK, fleet.customers()); customer++) {
            for (int i = 0; i < fleet.tenants(customer); i++) {
                row(rows.append(customer == 0 && i == 0 ? "" : ","), customer, fleet.tenant(customer, i));
            }
        }
        return Buffer.buffer(rows.toString());
    }

    private static void row(StringBuilder rows, int customer, long tenant) {
        rows.append("{\"Name\":\"Customer ")
                .append(customer)
                .append("\",\"CustomerID\":\"")
                .append(BenchmarkFleet.c3Id(customer))
                .append("\",\"TenantId\":\"")
                .append(BenchmarkFleet.tenantId(tenant))
                .append("\",\"TenantName\":\"Tenant ")
                .append(tenant)
                .append("\",\"DomainName\":\"customer.example\",\"Tags\":null,\"CurrencyCode\":\"EUR\",")
                .append("\"SignupDate\":\"2024-03-01T10:00:00\",\"OnboardStatus\":\"Onboarded\",\"ResellerC3Id\":null,")
                .append("\"PaymentMethod\":\"Manual\",\"PlanName\":\"Standard\",\"AutoPay\":\"No\",\"DeletedOn\":null,")
                .append("\"BillingReferenceId\":null,\"MarketCode\":\"DE\"}");
    }
}
