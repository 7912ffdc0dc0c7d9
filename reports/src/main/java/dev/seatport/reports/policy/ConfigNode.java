package dev.seatport.reports.policy;

import java.util.List;

/** What a policy file says, the same for every form, and on which line. Lines count from 1. */
sealed interface ConfigNode {
    /** Where it begins. */
    int line();

    /** What it is, for people. */
    String kind();

    /** One value, to the letter; empty where the file has none. */
    record Scalar(int line, String text) implements ConfigNode {
        @Override
        public String kind() {
            return text.isBlank() ? "blank" : "a single value";
        }
    }

    /** Keys and their values, in the file's order; a key may be there twice. */
    record Mapping(int line, List<Entry> members) implements ConfigNode {
        @Override
        public String kind() {
            return "a group of keys";
        }
    }

    /** Values in an order; their keys are their numbers, from 1 unless the file says otherwise. */
    record Sequence(int line, List<Entry> members) implements ConfigNode {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A value and what it is called; the line is the name's. */
    record Entry(int line, String key, ConfigNode value) {}
}
