package io.nextline.samples.cli;

import io.nextline.core.evidence.Layer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code seed} or {@code all}. */
final class LayerConverter implements ITypeConverter<Layer> {

    @Override
    public Layer convert(String value) {
        return switch (value) {
            case "seed" -> Layer.SEED;
            case "all" -> Layer.ALL;
            default -> throw new TypeConversionException("'" + value + "' is no layer; use seed or all");
        };
    }
}
