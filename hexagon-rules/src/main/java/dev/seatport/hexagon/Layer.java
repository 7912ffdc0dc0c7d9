package dev.seatport.hexagon;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Layer of a hexagon.
 *
 * @param name the name in messages, or {@code *} if the last star of the package is the name
 * @param kind decides what the layer may use
 * @param packages patterns of its packages
 * @param libraries patterns of allowed libraries; empty outside the core means that all are allowed
 * @param extra names of layers that it may use in addition
 */
record Layer(String name, Kind kind, List<PackagePattern> packages, List<PackagePattern> libraries, Set<String> extra) {
    /** Roles of layers. */
    enum Kind {
        SHARED_KERNEL,
        DOMAIN,
        PORTS,
        INBOUND_PORTS,
        OUTBOUND_PORTS,
        APPLICATION,
        ADAPTER_SUPPORT,
        ADAPTER,
        INBOUND,
        CUSTOM,
        OUTERMOST;

        private static final Set<Kind> VALUES = Set.of(SHARED_KERNEL, DOMAIN);
        private static final Set<Kind> ALL_PORTS = Set.of(PORTS, INBOUND_PORTS, OUTBOUND_PORTS);

        boolean isCore() {
            return isPort() || VALUES.contains(this) || this == APPLICATION;
        }

        boolean isPort() {
            return ALL_PORTS.contains(this);
        }

        boolean isAdapter() {
            return this == ADAPTER || this == INBOUND;
        }

        /** Returns whether an adapter may implement the interfaces of this layer. */
        boolean isOutboundPort() {
            return this == PORTS || this == OUTBOUND_PORTS;
        }

        /** Returns the kinds of layers that a layer of this kind may use, besides itself. */
        private Set<Kind> usable() {
            return switch (this) {
                case SHARED_KERNEL, CUSTOM -> Set.of();
                case DOMAIN -> Set.of(SHARED_KERNEL);
                case PORTS, INBOUND_PORTS, OUTBOUND_PORTS -> VALUES;
                case APPLICATION, ADAPTER_SUPPORT ->
                    Set.of(SHARED_KERNEL, DOMAIN, PORTS, INBOUND_PORTS, OUTBOUND_PORTS);
                case ADAPTER -> Set.of(SHARED_KERNEL, DOMAIN, PORTS, OUTBOUND_PORTS, ADAPTER_SUPPORT);
                case INBOUND -> Set.of(SHARED_KERNEL, DOMAIN, PORTS, INBOUND_PORTS, ADAPTER_SUPPORT);
                case OUTERMOST -> Set.of(values());
            };
        }
    }

    /** Returns this layer with the packages and libraries of a second declaration of it. */
    Layer plus(Layer other) {
        return new Layer(
                name,
                kind,
                Stream.concat(packages.stream(), other.packages.stream()).toList(),
                Stream.concat(libraries.stream(), other.libraries.stream()).toList(),
                extra);
    }

    Layer mayAlsoUse(List<String> names) {
        Set<String> more = new LinkedHashSet<>(extra);
        more.addAll(names);
        return new Layer(name, kind, packages, libraries, Set.copyOf(more));
    }

    boolean mayUse(Layer other) {
        return kind.usable().contains(other.kind) || extra.contains(other.name);
    }

    /** Returns the names of the layers that this layer may use, for messages. */
    List<String> usable(List<Layer> all) {
        List<String> names = new ArrayList<>();
        for (Layer other : all) {
            if (!other.equals(this) && mayUse(other)) {
                names.add(other.name.equals("*") ? other.packages.get(0).text() : other.name);
            }
        }
        return names;
    }
}
