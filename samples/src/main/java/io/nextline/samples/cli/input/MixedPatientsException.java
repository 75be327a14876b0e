package io.nextline.samples.cli.input;

/** An input that holds data of more than one patient, so that nothing may be concluded from it. */
public final class MixedPatientsException extends UnreadableInputException {

    private static final long serialVersionUID = 1L;

    MixedPatientsException(String file, String problem, String remedy) {
        super(file, problem, remedy);
    }
}
