package id.zitrack.identity;

import java.util.UUID;

/** A person as other rooms may name them. */
public record PersonView(UUID id, String name, String email) {}
