package dev.seatport.reports.policy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Properties;

/** A properties file, property by property. What a property is, the JDK says; the lines, which it forgets, are counted here. */
final class PropertyLines {
    private PropertyLines() {}

    /** A property, and the line that it begins on. Keys may be there twice. */
    record Property(int line, String key, String value) {}

    /**
     * The properties in their order.
     *
     * @throws PolicyException if one has an escape that means nothing
     */
    static List<Property> of(String text, Mistakes mistakes) {
        List<Property> properties = new ArrayList<>();
        Iterator<String> lines = text.lines().iterator();
        int line = 0;
        while (lines.hasNext()) {
            int begin = ++line;
            String part = lines.next();
            boolean comment = isComment(part);
            StringBuilder whole = new StringBuilder(part).append('\n');
            while (!comment && goesOn(part) && lines.hasNext()) {
                part = lines.next();
                line++;
                whole.append(part).append('\n');
            }
            add(properties, begin, whole.toString(), mistakes);
        }
        return properties;
    }

    private static boolean isComment(String line) {
        String begin = line.stripLeading();
        return begin.startsWith("#") || begin.startsWith("!");
    }

    /** Whether an unescaped backslash at its end joins the next line. */
    private static boolean goesOn(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\\') {
            end--;
        }
        return (line.length() - end) % 2 == 1;
    }

    private static void add(List<Property> properties, int line, String whole, Mistakes mistakes) {
        Properties one = new Properties();
        try {
            one.load(new StringReader(whole));
        } catch (IllegalArgumentException e) {
            throw mistakes.fatal(line, "has a \\u that is no character; legal: \\u and four hexadecimal digits");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String key : one.stringPropertyNames()) {
            properties.add(new Property(line, key, one.getProperty(key, "")));
        }
    }
}
