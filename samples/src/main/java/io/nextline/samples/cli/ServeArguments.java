package io.nextline.samples.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code serve} is asked for.
 *
 * @param dev whether only this machine is served, without authentication
 * @param port the port, or null for the usual or configured one
 * @param config the configuration file, or null
 */
record ServeArguments(
        boolean dev, @Nullable Integer port, @Nullable Path config) {

    private static final String DEV = "--dev";
    private static final String PORT = "--port";
    private static final String CONFIG = "--config";
    private static final Set<String> WITH_VALUE = Set.of(PORT, CONFIG);
    private static final int MOST_DIGITS = 5;

    /**
     * Reads a call that is as plain as almost all are: {@code serve}, then each option at most once, its value as the next argument.
     * The class files of the library that reads arguments fit into no archive, so a service is launched without it.
     *
     * @return null if the library has to look: at help, at mistakes, and at everything else
     */
    static @Nullable ServeArguments plain(String... args) {
        if (args.length == 0 || !args[0].equals("serve")) {
            return null;
        }
        Map<String, String> given = new HashMap<>();
        for (int i = 1; i < args.length; i++) {
            String option = args[i];
            String value = "";
            if (WITH_VALUE.contains(option)) {
                i++;
                value = i < args.length ? args[i] : "";
                if (!isPlain(value)) {
                    return null;
                }
            } else if (!option.equals(DEV)) {
                return null;
            }
            if (given.put(option, value) != null) {
                return null;
            }
        }
        String port = given.get(PORT);
        String config = given.get(CONFIG);
        if (port != null && !isNumber(port)) {
            return null;
        }
        return new ServeArguments(
                given.containsKey(DEV),
                port == null ? null : Integer.valueOf(port),
                config == null ? null : Path.of(config));
    }

    // The library reads what begins with a hyphen as an option, and what begins with @ as a file of arguments.
    private static boolean isPlain(String value) {
        return !value.isEmpty() && value.charAt(0) != '-' && value.charAt(0) != '@';
    }

    private static boolean isNumber(String value) {
        return value.length() <= MOST_DIGITS && value.chars().allMatch(each -> each >= '0' && each <= '9');
    }
}
