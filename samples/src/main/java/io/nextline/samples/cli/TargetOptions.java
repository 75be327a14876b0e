package io.nextline.samples.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nextline.samples.cli.input.UnreadableInputException;
import io.nextline.samples.conformance.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a service is asked. */
final class TargetOptions {

    private static final int LONGEST = 600;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A bearer token for every call; read anew each time, so it may be renewed meanwhile.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--header",
            paramLabel = "HEADER",
            description = "A header for every call, as in 'X-Api-Key: abc'; may be repeated.")
    private List<String> headers = new ArrayList<>();

    @Option(
            names = "--request",
            paramLabel = "FILE",
            description =
                    "A CDS Hooks request of yours, for services that have nothing to say on the invented patient.")
    private List<Path> requests = new ArrayList<>();

    @Option(names = "--expects-auth", description = "Calls without a valid token must be refused with 401.")
    private boolean expectsAuthentication;

    @Option(names = "--system-actions", description = "systemActions are agreed on with this service.")
    private boolean systemActions;

    @Option(
            names = "--origin",
            paramLabel = "ORIGIN",
            description = "The web page that asks, default ${DEFAULT-VALUE}.")
    private String origin = Target.SANDBOX;

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "How long one answer may take, default 10.")
    private int timeout = (int) Target.USUAL_PATIENCE.toSeconds();

    Target target(URI base) {
        if (timeout < 1 || timeout > LONGEST) {
            throw new UsageException("--timeout takes 1 to " + LONGEST + " seconds, not " + timeout);
        }
        try {
            return new Target(
                    base,
                    token(),
                    headers(),
                    requests(),
                    expectsAuthentication,
                    systemActions,
                    origin,
                    Duration.ofSeconds(timeout));
        } catch (IllegalArgumentException noBase) {
            throw new UsageException(base + ": " + noBase.getMessage());
        }
    }

    private @Nullable Supplier<String> token() {
        Path file = tokenFile;
        if (file == null) {
            return null;
        }
        read(file);
        return () -> new String(read(file), java.nio.charset.StandardCharsets.US_ASCII).strip();
    }

    private Map<String, String> headers() {
        Map<String, String> named = new LinkedHashMap<>();
        for (String header : headers) {
            String[] parts = header.split(":", 2);
            if (parts.length < 2 || !parts[0].matches("[A-Za-z0-9-]+") || parts[1].matches("(?s).*\\p{Cntrl}.*")) {
                throw new UsageException("--header takes 'Name: value'");
            }
            named.put(parts[0], parts[1].strip());
        }
        return named;
    }

    private List<byte[]> requests() {
        List<byte[]> bodies = new ArrayList<>();
        for (Path file : requests) {
            byte[] body = read(file);
            try {
                if (!new ObjectMapper().readTree(body).path("hook").isTextual()) {
                    throw new UsageException("--request: " + file + " has no hook; send a CDS Hooks request");
                }
            } catch (IOException noJson) {
                throw new UnreadableInputException(file.toString(), "is no JSON", "Name a CDS Hooks request");
            }
            bodies.add(body);
        }
        return bodies;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException | UncheckedIOException unreadable) {
            throw new UnreadableInputException(file.toString(), "cannot be read", "Check its name and permissions");
        }
    }
}
