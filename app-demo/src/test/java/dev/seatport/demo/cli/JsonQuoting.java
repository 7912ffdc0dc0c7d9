package dev.seatport.demo.cli;

import com.fasterxml.jackson.databind.node.TextNode;

/** Quotes text as JSON. */
final class JsonQuoting {
    private JsonQuoting() {}

    static String json(String text) {
        return TextNode.valueOf(text).toString();
    }
}
