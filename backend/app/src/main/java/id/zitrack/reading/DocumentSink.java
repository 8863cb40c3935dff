package id.zitrack.reading;

import id.zitrack.reading.Preview.Division;
import java.util.List;

/** Takes what a reader finds in a document, in reading order, until it has enough. */
interface DocumentSink {

    /** A sheet, a slide or the body begins; the name may be empty. */
    void section(Division division, String name);

    void paragraph(String text, boolean heading);

    /** One row of a table; rows that follow each other belong together. */
    void row(List<String> cells);

    void endOfTable();

    /** Whether nothing more would be kept. */
    boolean isFull();
}
