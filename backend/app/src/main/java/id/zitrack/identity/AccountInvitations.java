package id.zitrack.identity;

import java.time.Instant;

/** Opens a sign-in account for a person; implemented where this application keeps the accounts itself. */
public interface AccountInvitations {

    /** Makes a one-time link with which the person sets a password; earlier links of the same account end. */
    Invitation invite(String username, String name, String email);

    /** A one-time link and when it ends. */
    record Invitation(String link, Instant expiresAt) {}
}
