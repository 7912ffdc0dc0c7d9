package dev.seatport.benchmarks.call;

/** Request of the other clients, equal to the adapter's request. */
final class BenchmarkRequest {
    static final String PATH = "/partner/external/v3/general/customers/customer/3rd-party-products/type/0/tenants/batch"
            + "?pageIndex=1&pageSize=100";
    static final String BODY = "{}";
    static final String JSON = "application/json";
    static final String BEARER = "Bearer canned";

    private BenchmarkRequest() {}
}
