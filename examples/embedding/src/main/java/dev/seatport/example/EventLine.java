package dev.seatport.example;

import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.review.Finding;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.review.CustomerReview;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.ports.review.UnmatchedTenant;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a review tells, as a line of JSON. What nobody reported is {@code null}, never 0. */
final class EventLine {
    private EventLine() {}

    static Buffer of(ReviewEvent event) {
        if (event instanceof ReviewEvent.Started started) {
            return line(new JsonObject().put("type", "started").put("customers", number(started.customers())));
        }
        if (event instanceof ReviewEvent.Reviewed reviewed) {
            return line(customer(reviewed.customer()));
        }
        if (event instanceof ReviewEvent.Unmatched unmatched) {
            return line(tenant(unmatched.tenant()));
        }
        if (event instanceof ReviewEvent.Finished finished) {
            return line(new JsonObject()
                    .put("type", "finished")
                    .put("whole", finished.completeness().whole())
                    .put("text", finished.completeness().text()));
        }
        throw new IllegalArgumentException("no such event");
    }

    /** The last line of a review that came to nothing. */
    static Buffer of(VendorException failure) {
        return line(new JsonObject()
                .put("type", "failed")
                .put("kind", failure.kind().name())
                .put("text", failure.getMessage()));
    }

    private static JsonObject customer(CustomerReview customer) {
        var known = customer.position().customer().value();
        List<Finding> findings = customer.review().findings();
        List<Gap> gaps = customer.position().gaps();
        return new JsonObject()
                .put("type", "customer")
                .put("id", known.id().value())
                .put("organization", known.organization().orElse(null))
                .put("complete", gaps.isEmpty())
                .put(
                        "findings",
                        new JsonArray(findings.stream().map(Finding::text).toList()))
                .put("gaps", new JsonArray(gaps.stream().map(Gap::explanation).toList()));
    }

    private static JsonObject tenant(UnmatchedTenant tenant) {
        return new JsonObject()
                .put("type", "unmatched")
                .put("tenant", tenant.tenant().value())
                .put("customer", tenant.customer().value())
                .put("organization", tenant.organization())
                .put("conclusive", tenant.conclusive());
    }

    private static @Nullable Long number(Quantity quantity) {
        return quantity.count().isPresent() ? quantity.count().getAsLong() : null;
    }

    private static Buffer line(JsonObject json) {
        return json.toBuffer().appendString("\n");
    }
}
