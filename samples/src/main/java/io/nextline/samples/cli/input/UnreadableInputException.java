package io.nextline.samples.cli.input;

/** An input that cannot be read. Its message names the file, what is wrong and the remedy, and never what the file says. */
public class UnreadableInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong and what to do.
     *
     * @param file how the user named the input
     * @param problem what is wrong with it
     * @param remedy what to do
     */
    public UnreadableInputException(String file, String problem, String remedy) {
        this(file, problem + ". " + remedy + ".");
    }

    UnreadableInputException(String file, String problemAndRemedy) {
        super(file + ": " + problemAndRemedy);
    }
}
