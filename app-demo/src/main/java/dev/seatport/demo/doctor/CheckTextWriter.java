package dev.seatport.demo.doctor;

import dev.seatport.reports.output.RowWriter;
import dev.seatport.reports.output.TerminalSanitizer;
import dev.seatport.reports.output.TextWidth;
import java.io.IOException;
import java.io.Writer;

/** Writes each check as text when it arrives: one line with the result, and the advice below it. Confined to one thread. */
public final class CheckTextWriter implements RowWriter<CheckResult> {
    private static final int STATUS_WIDTH = 9;
    private static final String INDENTATION = " ".repeat(STATUS_WIDTH);
    private static final String ADVICE = "-> ";
    /** A narrower line would break every word. */
    private static final int MIN_TEXT_WIDTH = 20;

    private final Writer out;
    private final int textWidth;

    /**
     * Creates a writer.
     *
     * @param lineWidth the greatest width of a line, in terminal columns
     */
    public CheckTextWriter(Writer out, int lineWidth) {
        this.out = out;
        this.textWidth = Math.max(MIN_TEXT_WIDTH, lineWidth - STATUS_WIDTH);
    }

    @Override
    public void row(CheckResult check) throws IOException {
        String status = check.status().word();
        write(
                status + " ".repeat(STATUS_WIDTH - status.length()),
                check.vendor() + " " + check.name() + ": " + check.what(),
                INDENTATION,
                textWidth);
        String advice = check.advice();
        if (advice != null) {
            write(INDENTATION + ADVICE, advice, INDENTATION + " ".repeat(ADVICE.length()), textWidth - ADVICE.length());
        }
        // A check may take as long as a timeout.
        out.flush();
    }

    private void write(String beforeFirst, String text, String beforeOthers, int width) throws IOException {
        String before = beforeFirst;
        for (String line : TextWidth.wrap(TerminalSanitizer.of(text), width)) {
            out.write((before + line).stripTrailing());
            out.write('\n');
            before = beforeOthers;
        }
    }

    @Override
    public void end() {}
}
