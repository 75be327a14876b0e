package io.nextline.cdshooks.security.key;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads a key set from a file. One bad key refuses the file: somebody is there to mend it. */
final class FileKeys implements KeyLoader {

    private final Path path;
    private final KeySetReader reader;

    FileKeys(Path path, KeySetReader reader) {
        this.path = path;
        this.reader = reader;
    }

    @Override
    public Map<String, VerificationKey> load() throws KeysUnreadableException {
        KeySetReader.Content content;
        try {
            content = reader.read(bytes());
        } catch (KeysUnreadableException unreadable) {
            throw new KeysUnreadableException(path + ": " + unreadable.getMessage());
        }
        if (!content.problems().isEmpty()) {
            List<String> problems = content.problems();
            throw new KeysUnreadableException(
                    problems.stream().map(problem -> path + ": " + problem).toList());
        }
        return content.keys();
    }

    private byte[] bytes() throws KeysUnreadableException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(KeySetReader.MAX_BYTES + 1);
            if (bytes.length > KeySetReader.MAX_BYTES) {
                throw new KeysUnreadableException("it is larger than " + KeySetReader.MAX_BYTES + " bytes");
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new KeysUnreadableException("it cannot be read; check that it is there and may be read");
        }
    }
}
