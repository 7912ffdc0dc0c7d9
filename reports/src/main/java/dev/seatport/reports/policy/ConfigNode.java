package dev.seatport.reports.policy;

import java.util.List;

/** Node of a parsed policy file, the same for YAML and properties. Lines count from 1. */
sealed interface ConfigNode {
    /** The first line of the node. */
    int line();

    /** The kind of the node, for messages. */
    String kind();

    /** One value as it stands in the file; empty if the file has none. */
    record Scalar(int line, String text) implements ConfigNode {
        @Override
        public String kind() {
            return text.isBlank() ? "blank" : "a single value";
        }
    }

    /** Keys and values in the order of the file. May contain a key twice. */
    record Mapping(int line, List<Entry> members) implements ConfigNode {
        @Override
        public String kind() {
            return "a group of keys";
        }
    }

    /** Ordered values. The keys are numbers: from 1 in YAML, as written in properties. */
    record Sequence(int line, List<Entry> members) implements ConfigNode {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A key and its value; {@code line} is the line of the key. */
    record Entry(int line, String key, ConfigNode value) {}
}
