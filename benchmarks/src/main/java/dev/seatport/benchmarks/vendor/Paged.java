package dev.seatport.benchmarks.vendor;

import io.vertx.core.http.HttpServerRequest;

/** Requested page. Pages count from 1. */
record Paged(int index, int size) {
    static Paged of(HttpServerRequest request) {
        return new Paged(
                Integer.parseInt(request.getParam("pageIndex")), Integer.parseInt(request.getParam("pageSize")));
    }

    int firstRow() {
        return (index - 1) * size;
    }

    int rowsOf(int total) {
        return Math.max(0, Math.min(size, total - firstRow()));
    }

    /** Returns the JSON after the rows. */
    String tail(int total) {
        return "],\"metadata\":{\"pageIndex\":" + index + ",\"pageSize\":" + size + ",\"totalCount\":" + total + "}}";
    }
}
