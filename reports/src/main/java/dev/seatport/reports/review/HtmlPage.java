package dev.seatport.reports.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page around the parts: a skeleton with places such as {@code {{title}}}, and the style sheet and the script, which the
 * page's own policy allows by their hashes, and nothing else.
 */
final class HtmlPage {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private HtmlPage() {}

    /** What stands at a place. */
    interface Part {
        void write(HtmlOut page) throws IOException;
    }

    /** Writes the page with a part at each place; what a part writes is not looked at again. */
    static void write(Writer out, Map<String, Part> parts) throws IOException {
        HtmlOut page = new HtmlOut(out);
        String style = resource("HtmlReview.css");
        String script = resource("HtmlReview.js");
        Map<String, Part> own = Map.of(
                "policy", to -> to.html(policy(style, script)),
                "style", to -> to.html(style),
                "script", to -> to.html(script));
        String skeleton = resource("HtmlReview.html");
        Matcher place = PLACE.matcher(skeleton);
        int done = 0;
        while (place.find()) {
            page.html(skeleton.substring(done, place.start()));
            String name = place.group(1);
            Objects.requireNonNull(own.getOrDefault(name, parts.get(name)), name)
                    .write(page);
            done = place.end();
        }
        page.html(skeleton.substring(done));
        out.flush();
    }

    private static String policy(String style, String script) {
        return "default-src 'none'; style-src " + hash(style) + "; script-src " + hash(script)
                + "; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
