package io.nextline.core.evidence;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.core.trial.JsonTree;
import io.nextline.core.trial.Problem;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses the JSON of evidence files other than trials. */
final class EvidenceJson {

    private static final JsonTree TREES = new JsonTree();

    private EvidenceJson() {}

    /** Returns the object that the file holds, or null after its problem has been noted. */
    static @Nullable JsonNode read(String file, byte[] json, List<Problem> problems) {
        try {
            JsonNode node = TREES.read(json);
            if (node.isObject()) {
                return node;
            }
            problems.add(new Problem(file, "$", "needs a JSON object"));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            problems.add(new Problem(file, "$", "is not readable JSON" + place + ": " + e.getOriginalMessage()));
        } catch (IOException e) {
            problems.add(new Problem(file, "$", "is not readable text; save it as UTF-8"));
        }
        return null;
    }
}
