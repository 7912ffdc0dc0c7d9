package dev.seatport.reports.internal.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SanitizedHtmlOutputTest {
    private final StringWriter page = new StringWriter();
    private final SanitizedHtmlOutput output = new SanitizedHtmlOutput(page);

    @Test
    void escapesMarkupInText() {
        output.setContext("td", null);
        output.writeUserContent("<a href=\"x\" title='y'>&\u202E\n");

        assertThat(page).hasToString("&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;??");
    }

    @Test
    void removesTheIndentationOfTheTemplate() {
        output.writeContent("<tr>\n    <td>a b</td>\n</tr>\n");

        assertThat(page).hasToString("<tr><td>a b</td></tr>");
    }

    @Test
    void keepsTheLinesOfStyleAndScript() {
        output.setContext("script", null);
        output.writeUnsafeContent("a\n  b");

        assertThat(page).hasToString("a\n  b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"script", "style"})
    void rejectsTextInScriptAndStyle(String tag) {
        output.setContext(tag, null);

        assertThatIllegalStateException().isThrownBy(() -> output.writeUserContent("x"));
        assertThat(page.toString()).isEmpty();
    }

    @Test
    void acceptsConstantsInAttributes() {
        output.setContext("tbody", "data-v");
        output.writeUserContent("4,-3,,0 KIND:SEVERITY #p1-2 2026-11-20T06:00:41.250Z");

        assertThat(page).hasToString("4,-3,,0 KIND:SEVERITY #p1-2 2026-11-20T06:00:41.250Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "'", ">", "<", "&", "`", "=", "é", "\n", "javascript:alert(1)"})
    void rejectsOtherTextInAttributes(String text) {
        output.setContext("a", "href");

        assertThatIllegalStateException().isThrownBy(() -> output.writeUserContent(text));
        assertThat(page.toString()).isEmpty();
    }
}
