package dev.seatport.testkit.rules;

/**
 * Packages of the libraries in the rules.
 *
 * @param wiring dependency injection; only for the demo
 * @param reactive reactive streams library of use cases and adapters; not allowed in public signatures
 * @param nullness annotations for null
 */
record LibraryPackages(String wiring, String reactive, String nullness) {
    static LibraryPackages defaults() {
        return new LibraryPackages("dagger", "io.smallrye.mutiny", "org.jspecify");
    }

    String nullMarked() {
        return nullness + ".annotations.NullMarked";
    }
}
