package id.zitrack.platform;

import org.springframework.http.ResponseEntity;

/** Something that can be downloaded by a ticket, without a token; offered by the room that keeps it. */
public interface Download {

    /** The kind named when the ticket is issued; unique among rooms. */
    String kind();

    /**
     * Opens it for the person to whom the ticket was issued, who is the caller while this runs: access is checked
     * again, as if they asked now.
     *
     * @param what as given when the ticket was issued
     */
    ResponseEntity<?> open(String what);
}
