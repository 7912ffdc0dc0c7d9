package dev.seatport.benchmarks.vendor;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/** What C3 answers. */
final class C3Responses {
    static final String TOKEN = "/oauth2/token";
    static final String PREFIX = "/api/";
    static final String CUSTOMERS = "/api/activecustomers/details/";

    private static final int CUSTOMERS_A_PIECE = 100;
    private static final Buffer GRANTED =
            Buffer.buffer("{\"access_token\":\"c3-token\",\"expires_in\":\"3599\",\"ext_expires_in\":\"3599\","
                    + "\"token_type\":\"Bearer\",\"resource\":\"c3\"}");
    private static final String HEAD = "{\"OperationType\":null,\"Status\":\"Success\",\"RequestCorrelationID\":"
            + "\"da879f7a-732a-4045-8000-000000000001\",\"ErrorMessage\":null,\"ErrorDetail\":null,\"Data\":[";
    private static final Buffer TAIL = Buffer.buffer("]}");
    private static final Buffer REPORT = report();

    private final BenchmarkFleet benchmarkFleet;

    C3Responses(BenchmarkFleet benchmarkFleet) {
        this.benchmarkFleet = benchmarkFleet;
    }

    static Buffer token() {
        return GRANTED;
    }

    /** Each tenant has the same licenses. */
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

    /** Writes all customers in one answer, as fast as the client takes them. */
    void customers(HttpServerResponse response) {
        response.setChunked(true).write(Buffer.buffer(HEAD));
        customers(response, 0);
    }

    private void customers(HttpServerResponse response, int from) {
        int next = from;
        while (next < benchmarkFleet.customers() && !response.writeQueueFull()) {
            response.write(piece(next));
            next += CUSTOMERS_A_PIECE;
        }
        if (next >= benchmarkFleet.customers()) {
            response.drainHandler(null).end(TAIL);
            return;
        }
        int rest = next;
        response.drainHandler(ignored -> customers(response, rest));
    }

    private Buffer piece(int from) {
        StringBuilder rows = new StringBuilder();
        for (int customer = from;
                customer < Math.min(from + CUSTOMERS_A_PIECE, benchmarkFleet.customers());
                customer++) {
            for (int i = 0; i < benchmarkFleet.tenants(customer); i++) {
                row(rows.append(customer == 0 && i == 0 ? "" : ","), customer, benchmarkFleet.tenant(customer, i));
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
