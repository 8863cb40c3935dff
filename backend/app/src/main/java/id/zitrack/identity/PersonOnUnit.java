package id.zitrack.identity;

import java.util.Set;
import java.util.UUID;

/** A person with the roles that count on one unit, never empty. */
public record PersonOnUnit(UUID id, String name, Set<Role> roles) {}
