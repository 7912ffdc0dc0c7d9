package dev.seatport.reports.internal.html;

import dev.seatport.reports.internal.SpoolFile;
import dev.seatport.reports.output.TerminalSanitizer;
import gg.jte.html.HtmlTemplateOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Output of all templates. Writes template markup unchanged, without line breaks and indentation. Escapes all vendor and policy
 * text. Rejects such text in scripts and styles, and in an attribute unless all its characters are harmless. Confined to one
 * thread.
 */
final class SanitizedHtmlOutput implements HtmlTemplateOutput {
    private static final Pattern FORMATTING = Pattern.compile("\n *");
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_:,.# -]*");
    private static final Set<String> CODE_TAGS = Set.of("script", "style");

    private final Writer out;
    /** Cache of template constants without line breaks and indentation. */
    private final Map<String, String> markup = new HashMap<>();

    private @Nullable String tag;
    private @Nullable String attribute;

    SanitizedHtmlOutput(Writer out) {
        this.out = out;
    }

    @Override
    public void setContext(@Nullable String tagName, @Nullable String attributeName) {
        this.tag = tagName;
        this.attribute = attributeName;
    }

    @Override
    public void writeContent(String value) {
        write(
                value.indexOf('\n') < 0
                        ? value
                        : markup.computeIfAbsent(
                                value, text -> FORMATTING.matcher(text).replaceAll("")));
    }

    @Override
    public void writeContent(String value, int begin, int end) {
        writeContent(value.substring(begin, end));
    }

    /** Writes the style, script and content security policy of the page. */
    @Override
    public void writeUnsafeContent(@Nullable String value) {
        write(String.valueOf(value));
    }

    @Override
    public void writeUserContent(@Nullable String value) {
        if (value == null) {
            return;
        }
        if (tag != null && CODE_TAGS.contains(tag)) {
            throw new IllegalStateException("text in a " + tag);
        }
        if (attribute != null && !HARMLESS.matcher(value).matches()) {
            throw new IllegalStateException("text in the attribute " + attribute);
        }
        write(escaped(TerminalSanitizer.of(value)));
    }

    void copy(SpoolFile file) {
        try {
            file.copyTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
