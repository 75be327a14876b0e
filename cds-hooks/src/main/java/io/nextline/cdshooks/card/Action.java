package io.nextline.cdshooks.card;

/** What happens in the client when a suggestion is chosen: nothing before, and nothing that a clinician has not seen. */
public sealed interface Action permits DeleteAction, CreateAction {

    /** Returns what it does, for the clinician. */
    String description();
}
