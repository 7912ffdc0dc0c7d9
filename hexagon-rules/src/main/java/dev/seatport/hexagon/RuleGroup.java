package dev.seatport.hexagon;

/** Groups of rules. Switch a group with {@link Hexagon#with} and {@link Hexagon#without}. */
public enum RuleGroup {
    /** Allowed dependencies between layers and components, and allowed libraries. */
    LAYERS,

    /** Public types of adapters, internal packages, and types in public signatures. */
    PUBLIC_TYPES,

    /** Immutable fields in the domain, the ports and the shared kernel. */
    VALUES,

    /** Clock, chance, zone, environment and console are arguments. */
    AMBIENT,

    /** No files, sockets, databases or processes in the core. */
    JDK_IO,

    /** Ports are interfaces without state, and no class among them calls one. */
    PORTS,

    /** No cycles between the packages of a layer. */
    CYCLES,

    /** Each class belongs to a layer. */
    COVERAGE,

    /** No name in the core contains the name of an adapter or a forbidden word. */
    NAMES,

    /** Each package has a {@code package-info} with a nullness annotation. Off by default. */
    NULLNESS,

    /** Types whose names end with Dto, Id or Code have the form of one. Off by default. */
    SUFFIXES;

    boolean isOnByDefault() {
        return this != NULLNESS && this != SUFFIXES;
    }
}
