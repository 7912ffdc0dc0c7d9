package dev.seatport.benchmarks.call;

/** What all who call by hand send: what the adapter sends too. */
final class BenchmarkRequest {
    static final String PATH = "/partner/external/v3/general/customers/customer/3rd-party-products/type/0/tenants/batch"
            + "?pageIndex=1&pageSize=100";
    static final String BODY = "{}";
    static final String JSON = "application/json";
    static final String BEARER = "Bearer canned";

    private BenchmarkRequest() {}
}
