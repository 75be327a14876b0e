package io.nextline.samples.conformance;

import java.util.function.Function;

/** How one answer goes wrong. */
interface Fault {

    /** Answers the request; {@code right} answers as the text asks. */
    Reply answer(Ask ask, Function<Ask, Reply> right);
}
