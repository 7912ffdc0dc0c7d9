package dev.seatport.http;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.seatport.domain.observed.Observed;
import dev.seatport.http.spi.Page;
import dev.seatport.http.spi.PagedQuery;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.RowMapper;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.VendorServer;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.ports.listing.Listings;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Flow;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Paged listing of numbers: stubs of its pages, and the query that reads it. */
final class PagedNumbersQuery implements PagedQuery<PagedNumbersQuery.PageDto, PagedNumbersQuery.RowDto, Long> {
    private final VendorServer vendor;
    private final int pageSize;

    PagedNumbersQuery(VendorServer vendor, int pageSize) {
        this.vendor = vendor;
        this.pageSize = pageSize;
    }

    /** The DTO of a page. */
    record PageDto(
            @Nullable List<RowDto> data,
            @Nullable Long total,
            @Nullable String next) {}

    /** The DTO of a row. */
    record RowDto(@Nullable Long id) {}

    @Override
    public int pageSize() {
        return pageSize;
    }

    @Override
    public VendorRequest request(int pageIndex, int size) {
        return VendorRequest.get(ThingOperations.THING)
                .path("/rows")
                .query("page", pageIndex)
                .query("size", size)
                .build();
    }

    @Override
    public Class<PageDto> pageType() {
        return PageDto.class;
    }

    @Override
    public Page<RowDto> toPage(PageDto page, ResponseContext context) {
        if (page.data() == null) {
            throw context.malformed("$.data", "missing");
        }
        OptionalLong total = page.total() == null ? OptionalLong.empty() : OptionalLong.of(page.total());
        return new Page<>(page.data(), total, page.next() != null);
    }

    @Override
    public String rowPath(int row) {
        return "$.data[" + row + "]";
    }

    @Override
    public Object key(Long row) {
        return row;
    }

    @Override
    public boolean isRequested(Long row) {
        return row < 1_000_000;
    }

    @Override
    public RowMapper<RowDto, Long> mapper() {
        return (row, path, context) -> {
            if (row.id() == null) {
                throw context.malformed(path + ".id", "missing");
            }
            return row.id();
        };
    }

    /** Stubs a page with the rows {@code from} (inclusive) to {@code to} (exclusive). */
    void serve(int page, int size, int from, int to, @Nullable Integer total) {
        serve(page, size, rows(from, to, total));
    }

    void serve(int page, int size, String body) {
        vendor.wire()
                .stubFor(get(urlEqualTo("/api/rows?page=" + page + "&size=" + size))
                        .willReturn(okJson(body)));
    }

    static String rows(int from, int to, @Nullable Integer total) {
        String data =
                IntStream.range(from, to).mapToObj(id -> "{\"id\":" + id + "}").collect(Collectors.joining(","));
        return "{\"data\":[" + data + "]" + (total == null ? "" : ",\"total\":" + total) + "}";
    }

    Flow.Publisher<Observed<Long>> publisher(VendorClient client) {
        return client.pages(this);
    }

    ListingResult<Observed<Long>> collect() {
        return FailureAssertions.await(Listings.collect(publisher(vendor.client())));
    }

    /** Returns the queries of the requested pages, such as {@code page=1&size=100}. */
    List<String> requestedPages() {
        return vendor.wire().findAll(getRequestedFor(urlPathEqualTo("/api/rows"))).stream()
                .map(LoggedRequest::getUrl)
                .map(url -> url.substring(url.indexOf('?') + 1))
                .toList();
    }

    static List<Long> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(Long::valueOf).toList();
    }

    static List<Long> values(List<Observed<Long>> rows) {
        return rows.stream().map(Observed::value).toList();
    }
}
