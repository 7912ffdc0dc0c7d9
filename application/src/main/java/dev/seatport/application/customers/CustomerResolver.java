package dev.seatport.application.customers;

import dev.seatport.application.internal.CustomerName;
import dev.seatport.application.internal.UnknownCustomer;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Observed;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.failure.VendorException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Resolves a customer that a person named by its id or by its name.
 *
 * <p>The text is tried as an id first. Only if the vendor does not have that id, the listing of customers is read: a name that
 * equals the text, then a single name that begins with it. A directory whose lookup reads the listing anyway is read once. A GUID is an id, and never a name. Letter case and the number of
 * blanks do not matter. A customer that the vendor deleted is chosen only if no other customer has such a name. The listing is
 * not kept: memory does not grow with it.
 *
 * <p>A text that stands for no customer fails with the kind {@code NOT_FOUND}. One that stands for several customers fails with
 * {@code INVALID_REQUEST}, after 0 attempts, and the message has the names and ids of some of them. A listing that breaks off
 * fails the resolution, because its missing rows may hold a better match. Thread-safe. Does not block.
 */
public final class CustomerResolver {
    /** Lookups that run at the same time. */
    private static final int CONCURRENCY = 8;

    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}");

    private final Vendor vendor;
    private final CustomerDirectory directory;
    private final Consumer<Customer> prefixMatches;

    /**
     * Creates a resolver.
     *
     * @param vendor the vendor of the directory
     * @param prefixMatches receives each customer of whose name the text is only the beginning, on a thread of the adapter
     */
    public CustomerResolver(Vendor vendor, CustomerDirectory directory, Consumer<Customer> prefixMatches) {
        this.vendor = Objects.requireNonNull(vendor, "vendor");
        this.directory = Objects.requireNonNull(directory, "directory");
        this.prefixMatches = Objects.requireNonNull(prefixMatches, "prefixMatches");
    }

    /** Finds a customer. A customer that was found by its name is the row of the listing. */
    public CompletionStage<Observed<Customer>> find(String idOrName) {
        CustomerId id = new CustomerId(vendor, idOrName);
        if (isFoundInListing(id)) {
            return searchListing(id).subscribeAsCompletionStage();
        }
        return findById(id)
                .onFailure(UnknownCustomer::mayBeReasonOf)
                .recoverWithUni(failure -> search(id, (VendorException) failure))
                .onFailure(failure -> isGuid(id) && UnknownCustomer.mayBeReasonOf(failure))
                .transform(failure -> UnknownCustomer.failure(idOrName, (VendorException) failure))
                .subscribeAsCompletionStage();
    }

    /**
     * Sends a request for a customer.
     *
     * @param request sends the request; called again if the text is a name
     */
    public <T> CompletionStage<T> request(String idOrName, Function<CustomerId, CompletionStage<T>> request) {
        CustomerId id = new CustomerId(vendor, idOrName);
        return Uni.createFrom()
                .completionStage(() -> request.apply(id))
                .onFailure(UnknownCustomer::mayBeReasonOf)
                .recoverWithUni(failure -> search(id, (VendorException) failure)
                        .map(row -> requireOther(id, row, failure))
                        .chain(named -> Uni.createFrom().completionStage(() -> request.apply(named))))
                .subscribeAsCompletionStage();
    }

    /**
     * Lists rows of a customer. No rows may be the response to an unknown id. So the id is then looked up, unless it is a GUID.
     *
     * @param listing returns the publisher of the rows; called again if the text is a name
     * @return a cold publisher that honours back-pressure
     */
    public <T> Flow.Publisher<T> list(String idOrName, Function<CustomerId, Flow.Publisher<T>> listing) {
        CustomerId id = new CustomerId(vendor, idOrName);
        return Multi.createFrom().deferred(() -> {
            AtomicBoolean hasRows = new AtomicBoolean();
            AtomicBoolean wasSearched = new AtomicBoolean();
            return Multi.createFrom()
                    .publisher(listing.apply(id))
                    .onItem()
                    .invoke(row -> hasRows.set(true))
                    .onCompletion()
                    .ifEmpty()
                    .switchTo(() -> {
                        wasSearched.set(isFoundInListing(id));
                        return wasSearched.get() ? listIfNamed(id, listing) : this.<T>failIfUnknown(id);
                    })
                    .onFailure(
                            failure -> !hasRows.get() && !wasSearched.get() && UnknownCustomer.mayBeReasonOf(failure))
                    .recoverWithMulti(failure -> search(id, (VendorException) failure)
                            .map(row -> requireOther(id, row, failure))
                            .toMulti()
                            .onItem()
                            .transformToMultiAndConcatenate(
                                    named -> Multi.createFrom().publisher(listing.apply(named))));
        });
    }

    /**
     * Resolves several customers with one listing at most.
     *
     * @return completes with the ids in the order of the texts. A text that stands for no customer becomes an id of that
     *     spelling, so that a later request reports it. A GUID is not looked up
     */
    public CompletionStage<List<CustomerId>> resolve(List<String> idsOrNames) {
        return Multi.createFrom()
                .iterable(idsOrNames.stream().distinct().toList())
                .onItem()
                .transformToUni(this::withoutKnownId)
                .merge(CONCURRENCY)
                .select()
                .where(Optional::isPresent)
                .map(Optional::orElseThrow)
                .collect()
                .asList()
                .chain(this::searchAll)
                .map(found -> idsOrNames.stream()
                        .map(text -> found.getOrDefault(text, new CustomerId(vendor, text)))
                        .toList())
                .subscribeAsCompletionStage();
    }

    /** Returns the text unless it is an id that the vendor has. A failed lookup does not prove that the vendor does not have it. */
    private Uni<Optional<String>> withoutKnownId(String text) {
        CustomerId id = new CustomerId(vendor, text);
        if (isFoundInListing(id)) {
            return Uni.createFrom().item(Optional.of(text));
        }
        return isGuid(id)
                ? Uni.createFrom().item(Optional.empty())
                : findById(id)
                        .map(found -> Optional.<String>empty())
                        .onFailure(VendorException.class)
                        .recoverWithItem(failure ->
                                UnknownCustomer.mayBeReasonOf(failure) ? Optional.of(text) : Optional.empty());
    }

    private Uni<Map<String, CustomerId>> searchAll(List<String> texts) {
        if (texts.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<CustomerNameSearch> searches = texts.stream()
                .map(text -> new CustomerNameSearch(new CustomerId(vendor, text)))
                .toList();
        return read(searches).map(end -> {
            Map<String, CustomerId> found = new HashMap<>();
            for (CustomerNameSearch search : searches) {
                result(search)
                        .ifPresent(row ->
                                found.put(search.id().value(), row.value().id()));
            }
            return found;
        });
    }

    /**
     * Searches the listing for the text of an id that the vendor does not have.
     *
     * @param refusal the vendor's response to the id. It is also the result if the listing fails in the same way
     */
    private Uni<Observed<Customer>> search(CustomerId id, VendorException refusal) {
        if (isGuid(id)) {
            return Uni.createFrom().failure(refusal);
        }
        CustomerNameSearch search = new CustomerNameSearch(id);
        return read(List.of(search))
                .onFailure(UnknownCustomer::mayBeReasonOf)
                .transform(failure -> refusal)
                .map(end -> result(search).orElseThrow(() -> UnknownCustomer.failure(id.value(), refusal)));
    }

    /** Searches the listing for an id or a name, without a lookup of the id before. */
    private Uni<Observed<Customer>> searchListing(CustomerId id) {
        CustomerNameSearch search = new CustomerNameSearch(id);
        return read(List.of(search)).map(end -> result(search).orElseThrow(() -> UnknownCustomer.failure(id)));
    }

    /**
     * Returns the rows of the customer with this name; none if the text is the id of a customer, or if the search fails. A failed
     * search does not prove that there is no such customer.
     */
    private <T> Multi<T> listIfNamed(CustomerId id, Function<CustomerId, Flow.Publisher<T>> listing) {
        return searchListing(id)
                .onFailure(failure -> failure instanceof VendorException && !UnknownCustomer.mayBeReasonOf(failure))
                .recoverWithNull()
                .toMulti()
                .onItem()
                .transformToMultiAndConcatenate(row -> row.value().id().equals(id)
                        ? Multi.createFrom().empty()
                        : Multi.createFrom().publisher(listing.apply(row.value().id())));
    }

    /** Reads the listing once, and keeps only what the searches keep. */
    private Uni<Void> read(List<CustomerNameSearch> searches) {
        return Multi.createFrom()
                .publisher(directory.all())
                .onItem()
                .invoke(row -> {
                    String name = row.value()
                            .organization()
                            .map(CustomerName::normalize)
                            .orElse("");
                    searches.forEach(search -> search.offer(row, name));
                })
                .onItem()
                .ignore()
                .toUni()
                .replaceWithVoid();
    }

    private Optional<Observed<Customer>> result(CustomerNameSearch search) {
        Optional<Observed<Customer>> found = search.result();
        if (search.isPrefix()) {
            found.map(Observed::value).ifPresent(prefixMatches);
        }
        return found;
    }

    private Uni<Observed<Customer>> findById(CustomerId id) {
        return Uni.createFrom().completionStage(() -> directory.find(id));
    }

    private <T> Multi<T> failIfUnknown(CustomerId id) {
        return isGuid(id)
                ? Multi.createFrom().empty()
                : findById(id)
                        .onFailure(failure ->
                                failure instanceof VendorException && !UnknownCustomer.mayBeReasonOf(failure))
                        .recoverWithNull()
                        .toMulti()
                        .onItem()
                        .transformToMultiAndConcatenate(
                                found -> Multi.createFrom().<T>empty());
    }

    /** If the vendor lists the id, it refused something else in the request. */
    private static CustomerId requireOther(CustomerId id, Observed<Customer> row, Throwable failure) {
        CustomerId named = row.value().id();
        if (named.equals(id) && failure instanceof VendorException refusal) {
            throw refusal;
        }
        return named;
    }

    /** Returns whether a lookup would read the listing, and the text may be a name. */
    private boolean isFoundInListing(CustomerId id) {
        return directory.findReadsListing() && !isGuid(id);
    }

    private static boolean isGuid(CustomerId id) {
        return GUID.matcher(id.canonical()).matches();
    }
}
