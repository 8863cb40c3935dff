package id.zitrack.trail;

import java.io.IOException;
import java.io.OutputStream;

/** Entries on their way out, written while they are read. */
@FunctionalInterface
interface TrailFile {
    void writeTo(OutputStream out) throws IOException;
}
