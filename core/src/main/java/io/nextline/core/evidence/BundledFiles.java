package io.nextline.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.core.trial.Problem;
import io.nextline.core.vocabulary.VocabularySource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The evidence files that ship with this jar. A jar's folders cannot be listed everywhere, so the index names the files. They
 * were checked by the tests of the build that packed them; checking them once more would lengthen every launch.
 */
final class BundledFiles implements EvidenceFiles {

    // All files lie beside the index, so that one search through class path and modules finds them all. A launch would
    // be a tenth longer with one for each.
    private final @Nullable URL place = BundledFiles.class.getResource("/io/nextline/evidence/" + INDEX);

    private final @Nullable OpenJar jar = OpenJar.of(place);

    private final @Nullable JsonNode index;

    BundledFiles() {
        byte[] json = file(INDEX);
        List<Problem> problems = new ArrayList<>();
        index = json == null ? null : EvidenceJson.readChecked(INDEX, json, problems);
    }

    /**
     * The jar that the class loader has open already, and the files' folder in it.
     *
     * @param file stays open: it is the class loader's
     * @param folder ends with a slash
     */
    private record OpenJar(ZipFile file, String folder) {

        /** Returns it; null where the files lie in a folder, or no open jar is shared. */
        static @Nullable OpenJar of(@Nullable URL place) {
            try {
                if (place == null
                        || !(place.openConnection() instanceof JarURLConnection connection)
                        || !connection.getUseCaches()) {
                    return null;
                }
                String entry = connection.getEntryName();
                return new OpenJar(connection.getJarFile(), entry.substring(0, entry.length() - INDEX.length()));
            } catch (IOException e) {
                throw new UncheckedIOException("the jar of the bundled evidence cannot be opened", e);
            }
        }

        @Nullable InputStream open(String name) throws IOException {
            ZipEntry entry = file.getEntry(folder + name);
            return entry == null ? null : file.getInputStream(entry);
        }
    }

    @Override
    public SortedMap<String, byte[]> folder(String name) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (index != null) {
            for (JsonNode file : index.path(name)) {
                byte[] content = file(name + "/" + file.asText());
                files.put(file.asText(), content == null ? new byte[0] : content);
            }
        }
        return files;
    }

    @Override
    public byte @Nullable [] file(String name) {
        if (place == null) {
            return null;
        }
        try (InputStream in = jar == null ? new URL(place, name).openStream() : jar.open(name)) {
            return in == null ? null : in.readAllBytes();
        } catch (FileNotFoundException missing) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled file " + name + " cannot be read", e);
        }
    }

    @Override
    public VocabularySource vocabulary() {
        return VocabularySource.bundled();
    }

    @Override
    public boolean checked() {
        return true;
    }
}
