package io.nextline.fhir;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IBaseBooleanDatatype;
import org.hl7.fhir.instance.model.api.IBaseDecimalDatatype;
import org.hl7.fhir.instance.model.api.IBaseIntegerDatatype;
import org.hl7.fhir.instance.model.api.IBaseReference;
import org.hl7.fhir.instance.model.api.IPrimitiveType;

/**
 * What there is to know of one of HAPI's classes, found out once: asking each object for its interfaces costs more than writing it.
 *
 * @param form what its objects are in JSON
 * @param elements what is read of them; empty for primitives and types that are not read
 * @param withExtensions what is read of them where nested extensions are
 */
record Structure(Form form, List<ReadElement> elements, List<ReadElement> withExtensions) {

    /** Returns what is read of the objects where these names are read. */
    List<ReadElement> elements(Set<String> names) {
        return names == ReadNames.belowWithExtensions() ? withExtensions : elements;
    }

    /** What an object is in JSON. */
    enum Form {
        TEXT,
        INTEGER,
        DECIMAL,
        FLAG,
        REFERENCE,
        COMPOSITE,
        RESOURCE;

        /** Returns the form of an object that is no resource. */
        static Form of(IBase object) {
            if (object instanceof IPrimitiveType<?>) {
                return ofPrimitive(object);
            }
            return object instanceof IBaseReference ? REFERENCE : COMPOSITE;
        }

        private static Form ofPrimitive(IBase object) {
            if (object instanceof IBaseDecimalDatatype) {
                return DECIMAL;
            }
            if (object instanceof IBaseIntegerDatatype) {
                return INTEGER;
            }
            return object instanceof IBaseBooleanDatatype ? FLAG : TEXT;
        }

        boolean isPrimitive() {
            return this == TEXT || this == INTEGER || this == DECIMAL || this == FLAG;
        }
    }
}
