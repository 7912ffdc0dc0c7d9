package dev.seatport.testkit.rules;

/**
 * The libraries that a rule names, each by its package.
 *
 * @param wiring what puts the parts together; for the demo alone
 * @param reactive what use cases and adapters may be written with, and what no public signature shows
 * @param nullness the annotations that say what may be null
 */
record RestrictedLibraries(String wiring, String reactive, String nullness) {
    static RestrictedLibraries ofTheHouse() {
        return new RestrictedLibraries("dagger", "io.smallrye.mutiny", "org.jspecify");
    }

    String nullMarked() {
        return nullness + ".annotations.NullMarked";
    }
}
