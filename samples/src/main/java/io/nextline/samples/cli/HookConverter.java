package io.nextline.samples.cli;

import io.nextline.cdshooks.request.Hook;
import java.util.Iterator;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a hook that Nextline answers. */
final class HookConverter implements ITypeConverter<Hook> {

    /** The names, for completion. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(Hook.values()).map(Hook::id).iterator();
        }
    }

    @Override
    public Hook convert(String value) {
        Hook hook = Hook.named(value);
        if (hook == null) {
            throw new TypeConversionException("'" + value + "' is no hook; use " + String.join(", ", new Names()));
        }
        return hook;
    }
}
