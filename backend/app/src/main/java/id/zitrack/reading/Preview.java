package id.zitrack.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The inside of a file as plain text and tables, for the page to draw; never markup.
 *
 * @param isCut whether there is more in the file than shown
 */
public record Preview(List<Section> sections, boolean isCut) {

    /** What a document is divided into. */
    public enum Division {
        BODY,
        SHEET,
        SLIDE
    }

    /**
     * The body of a text, one sheet or one slide.
     *
     * @param name of the sheet, number of the slide; empty for a body
     */
    record Section(Division division, String name, List<Block> blocks) {}

    /**
     * A paragraph, or a table.
     *
     * @param text of the paragraph; null for a table
     * @param rows of the table; null for a paragraph
     */
    record Block(
            @Nullable String text,
            boolean heading,
            @Nullable List<List<String>> rows) {}
}
