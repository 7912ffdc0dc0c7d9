package dev.seatport.reports.review;

import dev.seatport.reports.output.JsonText;
import java.io.IOException;
import java.io.Writer;

/** A JSON array whose place in the document comes later. */
final class JsonRows implements AutoCloseable {
    private final Spool spool = Spool.open();
    private final String indent;
    private boolean some;

    /**
     * An array.
     *
     * @param indent what stands before each row
     */
    JsonRows(String indent) {
        this.indent = indent;
    }

    void add(Object row) throws IOException {
        spool.write((some ? "," : "") + indent + JsonText.line(row));
        some = true;
    }

    void copyTo(Writer out) throws IOException {
        out.write('[');
        spool.copyTo(out);
        out.write(']');
    }

    @Override
    public void close() {
        spool.close();
    }
}
