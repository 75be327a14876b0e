package io.nextline.cdshooks.config;

import io.nextline.core.evidence.Layer;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which evidence the service speaks from, in which time zone, and what its cards offer. */
final class ServiceSection implements Section<ServiceSection.Speaking> {

    private static final Key<Layer> LAYER = new Key<>(
            "evidence.layer",
            Kinds.choice(List.of(Layer.ALL, Layer.SEED), layer -> layer == Layer.ALL ? "all" : "seed"),
            "all",
            "seed for the source documents alone, all for later publications, too");
    private static final Key<Path> FOLDER = new Key<>(
            "evidence.folder", Kinds.path(), null, "folder with an evidence base in place of the bundled one");
    private static final Key<ZoneId> ZONE =
            new Key<>("evidence.time-zone", Kinds.zone(), "system", "decides what day it is");

    private static final Key<Boolean> DRAFTS = new Key<>(
            "cards.draft-missing-facts",
            Kinds.flag(),
            "false",
            "offer an empty Observation for the missing fact that would decide most; a clinician fills it in");

    /**
     * What was read.
     *
     * @param layer which publications
     * @param folder another evidence base, null for the bundled one
     * @param zone the time zone
     * @param drafts whether cards offer to record a missing fact
     */
    record Speaking(Layer layer, @Nullable Path folder, ZoneId zone, boolean drafts) {}

    @Override
    public String title() {
        return "Evidence";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(LAYER, FOLDER, ZONE, DRAFTS);
    }

    @Override
    public Speaking read(Values values) {
        Path folder = values.find(FOLDER);
        return new Speaking(
                values.get(LAYER),
                folder == null ? null : values.resolve(folder),
                values.get(ZONE),
                values.get(DRAFTS));
    }
}
