/** HTTP client that the vendor adapters share: tokens, retries, rate limits, failures, paging and JSON. */
module dev.seatport.http {
    requires transitive dev.seatport.ports;
    requires transitive io.vertx.core;
    requires com.fasterxml.jackson.databind;
    requires io.netty.buffer;
    requires io.netty.codec;
    requires io.netty.codec.http;
    requires io.netty.common;
    requires io.netty.handler;
    requires io.netty.handler.proxy;
    requires io.netty.transport;
    requires io.smallrye.mutiny;
    requires io.vertx.web.client;
    requires io.vertx.web.common;
    // Required by Vert.x's web client, whose module descriptor does not declare it.
    requires io.vertx.auth.common;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports dev.seatport.http;
    exports dev.seatport.http.json;
    exports dev.seatport.http.spi;
}
