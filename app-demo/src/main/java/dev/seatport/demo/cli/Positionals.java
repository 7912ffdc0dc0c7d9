package dev.seatport.demo.cli;

import picocli.CommandLine.Model.PositionalParamSpec;

/** Arguments that are told by their places. */
final class Positionals {
    private Positionals() {}

    /** A text that must be given. */
    static PositionalParamSpec required(int place, String label, String description) {
        return PositionalParamSpec.builder()
                .index(String.valueOf(place))
                .type(String.class)
                .required(true)
                .paramLabel(label)
                .description(description)
                .build();
    }
}
