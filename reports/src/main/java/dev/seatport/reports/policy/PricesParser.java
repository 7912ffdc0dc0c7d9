package dev.seatport.reports.policy;

import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.money.Money;
import dev.seatport.domain.money.PriceList;
import dev.seatport.domain.seat.ProductCode;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the prices of a policy file: an amount per seat or license and month, with its currency. */
final class PricesParser {
    private static final String PRODUCTS = "products";
    private static final String SKUS = "skus";
    private static final AllowedValues<String> KEYS = AllowedValues.keys(PRODUCTS, SKUS);

    private static final Pattern PRICE = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,4})?) +([A-Z]{3})");
    private static final String ALLOWED =
            "an amount from 0.0001 to 999999.9999 and an ISO 4217 currency, such as 3.00 EUR";

    private final AllowedValues<ProductCode> products;

    PricesParser(AllowedValues<ProductCode> products) {
        this.products = products;
    }

    PriceList of(NodeReader node) {
        Map<ProductCode, Money> byProduct = new LinkedHashMap<>();
        Map<SkuId, Money> bySku = new LinkedHashMap<>();
        Map<String, NodeReader> keys = node.group(KEYS);
        Optional.ofNullable(keys.get(PRODUCTS))
                .ifPresent(group -> group.group(products)
                        .forEach((product, value) -> price(value).ifPresent(price -> byProduct.put(product, price))));
        Optional.ofNullable(keys.get(SKUS)).ifPresent(group -> {
            Map<SkuId, NodeReader> seen = new HashMap<>();
            for (Map.Entry<NodeReader, NodeReader> entry : group.entries("SKU ids, each with its price")) {
                Optional<SkuId> sku = PolicyNodeConverter.sku(entry.getKey())
                        .filter(id -> entry.getKey().addIfFirst(id, seen));
                Optional<Money> price = price(entry.getValue());
                sku.ifPresent(id -> price.ifPresent(money -> bySku.put(id, money)));
            }
        });
        return new PriceList(byProduct, bySku);
    }

    private static Optional<Money> price(NodeReader node) {
        return node.text(ALLOWED).flatMap(text -> {
            Optional<Money> price = money(text);
            if (price.isEmpty()) {
                node.addError("is " + PolicyErrorCollector.quoted(text), ALLOWED);
            }
            return price;
        });
    }

    /** Rejects a price of zero: a SKU that costs nothing belongs to the free SKUs. */
    private static Optional<Money> money(String text) {
        Matcher price = PRICE.matcher(text);
        if (!price.matches()) {
            return Optional.empty();
        }
        try {
            Money money = new Money(new BigDecimal(price.group(1)), Currency.getInstance(price.group(2)));
            return money.amount().signum() > 0 ? Optional.of(money) : Optional.empty();
        } catch (IllegalArgumentException e) {
            // Reported by the caller: it is no code of a currency.
            return Optional.empty();
        }
    }
}
