package io.nextline.cdshooks.security.key;

import io.nextline.cdshooks.security.InvalidSettingsException;
import io.nextline.cdshooks.security.StoreFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches a key set over https: no redirect, two seconds in all, a bounded number of bytes. Keys that cannot be used are passed
 * over, since a published set may hold keys for other purposes.
 */
final class EndpointKeys implements KeyLoader {

    private static final Logger LOG = LoggerFactory.getLogger(EndpointKeys.class);
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration WHOLE = Duration.ofSeconds(2);

    private final URI url;
    private final @Nullable StoreFile trust;
    private final KeySetReader reader;
    private @Nullable HttpClient client;

    EndpointKeys(URI url, @Nullable StoreFile trust, KeySetReader reader) {
        this.url = url;
        this.trust = trust;
        this.reader = reader;
    }

    @Override
    public Map<String, VerificationKey> load() throws KeysUnreadableException {
        try {
            KeySetReader.Content content = reader.read(fetch());
            if (!content.problems().isEmpty()) {
                LOG.warn("{}: keys that are passed over: {}", url, content.problems());
            }
            return content.keys();
        } catch (KeysUnreadableException unreadable) {
            throw new KeysUnreadableException(url + ": " + unreadable.getMessage());
        }
    }

    private byte[] fetch() throws KeysUnreadableException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(WHOLE)
                .header("Accept", "application/json")
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client().sendAsync(request, head -> new BoundedBody(KeySetReader.MAX_BYTES));
        try {
            HttpResponse<byte[]> response = answer.get(WHOLE.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new KeysUnreadableException("it answers with status " + response.statusCode() + ", not 200");
            }
            return response.body();
        } catch (ExecutionException failure) {
            throw new KeysUnreadableException("it cannot be read (" + kind(failure) + ")");
        } catch (TimeoutException slow) {
            throw new KeysUnreadableException("it does not answer within " + WHOLE.toSeconds() + " s");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KeysUnreadableException("reading it was interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    private static String kind(ExecutionException failure) {
        Throwable cause = failure.getCause();
        return (cause == null ? failure : cause).getClass().getSimpleName();
    }

    private synchronized HttpClient client() throws KeysUnreadableException {
        HttpClient made = client;
        if (made == null) {
            HttpClient.Builder builder = HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER);
            made = (trust == null ? builder : builder.sslContext(trusting(trust))).build();
            client = made;
        }
        return made;
    }

    private static SSLContext trusting(StoreFile file) throws KeysUnreadableException {
        try {
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(file.open());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | InvalidSettingsException unusable) {
            throw new KeysUnreadableException(file.path() + " cannot be used as a store of trusted certificates");
        }
    }
}
