package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonStreamContext;
import org.jspecify.annotations.Nullable;

/** Where a {@link Utf8Tokens} stands, as it was when asked. */
final class Utf8Context extends JsonStreamContext {

    private final @Nullable Utf8Context parent;
    private final @Nullable String name;

    private Utf8Context(int type, @Nullable Utf8Context parent, int depth, @Nullable String name) {
        super(type, -1);
        this.parent = parent;
        this.name = name;
        _nestingDepth = depth;
    }

    static Utf8Context of(Utf8Tokens tokens) {
        Utf8Context context = new Utf8Context(TYPE_ROOT, null, 0, null);
        for (int depth = 1; depth <= tokens.depth(); depth++) {
            int type = tokens.isObjectAt(depth) ? TYPE_OBJECT : TYPE_ARRAY;
            context = new Utf8Context(type, context, depth, tokens.nameAt(depth));
        }
        return context;
    }

    @Override
    public @Nullable JsonStreamContext getParent() {
        return parent;
    }

    @Override
    public @Nullable String getCurrentName() {
        return name;
    }
}
