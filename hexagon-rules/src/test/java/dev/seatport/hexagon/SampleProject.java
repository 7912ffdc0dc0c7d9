package dev.seatport.hexagon;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Small project without violations, packaged by layer. Tests add sources to it. */
final class SampleProject {
    static final String ROOT = "com.acme";

    private static final List<String> SOURCES = List.of("""
            package com.acme.domain.money;
            public record Amount(long cents) {}
            """, """
            package com.acme.domain.order;
            public record Order(String number, com.acme.domain.money.Amount total) {}
            """, """
            package com.acme.ports;
            public interface Payments {
                void pay(com.acme.domain.order.Order order);
            }
            """, """
            package com.acme.application;
            public final class Checkout {
                private final com.acme.ports.Payments payments;
                public Checkout(com.acme.ports.Payments payments) {
                    this.payments = payments;
                }
                public void checkout(com.acme.domain.order.Order order) {
                    payments.pay(order);
                }
            }
            """, """
            package com.acme.adapter.stripe;
            public final class Stripe implements com.acme.ports.Payments {
                @Override
                public void pay(com.acme.domain.order.Order order) {
                    new com.acme.adapter.stripe.internal.StripeCall().send(order.number());
                }
            }
            """, """
            package com.acme.adapter.stripe.internal;
            public final class StripeCall {
                public void send(String number) {}
            }
            """, """
            package com.acme.adapter.paypal;
            public final class Paypal implements com.acme.ports.Payments {
                @Override
                public void pay(com.acme.domain.order.Order order) {}
            }
            """, """
            package com.acme.web;
            public final class OrderPage {
                public String show(com.acme.domain.order.Order order) {
                    return order.number();
                }
            }
            """, """
            package com.acme;
            public final class Shop {
                public static void main(String... arguments) {
                    System.out.println(new com.acme.application.Checkout(new com.acme.adapter.stripe.Stripe()));
                    System.out.println(new com.acme.application.Checkout(new com.acme.adapter.paypal.Paypal()));
                    System.out.println(new com.acme.web.OrderPage());
                }
            }
            """);

    private SampleProject() {}

    static Hexagon rules() {
        return Hexagon.of(ROOT)
                .domain("domain..")
                .ports("ports..")
                .application("application..")
                .adapter("stripe", "adapter.stripe..")
                .adapter("paypal", "adapter.paypal..")
                .inbound("web", "web..")
                .outermost("main", ".");
    }

    static List<String> with(String... sources) {
        return Stream.concat(SOURCES.stream(), Stream.of(sources)).toList();
    }

    /** Returns the violations of the sample with these sources. */
    static List<Violation> violations(Hexagon rules, String... sources) {
        return violationsOf(rules, with(sources));
    }

    static List<Violation> violationsOf(Hexagon rules, List<String> sources) {
        return SourceCompiler.compile(List.of(), sources, classes -> new ArrayList<>(rules.violations(classes)));
    }
}
