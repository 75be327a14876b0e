package io.nextline.cdshooks.security.key;

import io.nextline.cdshooks.security.StoreFile;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where an issuer's public keys come from, a JSON Web Key Set (RFC 7517) in either case; always from the configuration. */
public sealed interface KeySource {

    /**
     * A file that the client's operator has handed over. It is read again when a key is unknown or it is time, so that a replaced file
     * counts without a restart.
     *
     * @param path the file
     */
    record JwksFile(Path path) implements KeySource {}

    /**
     * The client's published key set.
     *
     * @param url an https address; redirects are not followed
     * @param trust the certificates to trust there, null for those of the Java platform
     */
    record JwksEndpoint(URI url, @Nullable StoreFile trust) implements KeySource {

        /** Makes a source that trusts what the Java platform trusts. */
        public JwksEndpoint(URI url) {
            this(url, null);
        }
    }
}
