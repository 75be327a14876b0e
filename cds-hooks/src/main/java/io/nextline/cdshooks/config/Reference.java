package io.nextline.cdshooks.config;

/** The documentation of all keys, itself a configuration file in which everything stands at its usual value. */
public final class Reference {

    private Reference() {}

    /** Returns the text; keys without a usual value are commented out. */
    public static String text() {
        StringBuilder text = new StringBuilder("""
                # The configuration of nextline serve: a properties file in UTF-8. Every key is here with its usual value; what is left out
                # has that value. A secret NAME may be given as NAME.file=PATH, too, and is then read from that file.
                """);
        for (Section<?> section : Sections.all()) {
            text.append("\n## ").append(section.title()).append('\n');
            section.keys().forEach(key -> describe(text, key));
        }
        return text.toString();
    }

    private static void describe(StringBuilder text, Key<?> key) {
        text.append("\n# ")
                .append(key.meaning())
                .append(".\n# Value: ")
                .append(key.kind().form())
                .append(".\n");
        if (key.usual() == null || key.name().indexOf('*') >= 0) {
            text.append('#');
        }
        text.append(key.name())
                .append('=')
                .append(key.usual() == null ? "" : key.usual())
                .append('\n');
    }
}
