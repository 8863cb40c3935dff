package id.zitrack.reading;

import id.zitrack.reading.Preview.Block;
import id.zitrack.reading.Preview.Division;
import id.zitrack.reading.Preview.Section;
import java.util.ArrayList;
import java.util.List;

/** Puts a preview together, as much as a page can show at once. */
final class PreviewSink implements DocumentSink {
    private static final int MOST_CHARACTERS = 200_000;
    private static final int MOST_BLOCKS = 3_000;
    private static final int MOST_SECTIONS = 60;
    private static final int MOST_ROWS_OF_A_SECTION = 300;
    private static final int MOST_CELLS = 60;
    private static final int LONGEST_CELL = 2_000;

    private record Open(Division division, String name, List<Block> blocks) {}

    private final List<Open> sections = new ArrayList<>();
    private final List<List<String>> table = new ArrayList<>();
    private int characters;
    private int blocks;
    private int rowsOfSection;
    private boolean cut;

    @Override
    public void section(Division division, String name) {
        endOfTable();
        rowsOfSection = 0;
        if (sections.size() < MOST_SECTIONS) {
            sections.add(new Open(division, name, new ArrayList<>()));
        } else {
            cut = true;
        }
    }

    @Override
    public void paragraph(String text, boolean heading) {
        endOfTable();
        add(new Block(counted(text), heading, null));
    }

    @Override
    public void row(List<String> cells) {
        if (rowsOfSection++ >= MOST_ROWS_OF_A_SECTION) {
            cut = true;
            return;
        }
        cut |= cells.size() > MOST_CELLS;
        table.add(cells.stream().limit(MOST_CELLS).map(this::cell).toList());
    }

    private String cell(String text) {
        return counted(text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL) + "…");
    }

    private String counted(String text) {
        characters += text.length() + 1;
        return text;
    }

    @Override
    public void endOfTable() {
        if (!table.isEmpty()) {
            add(new Block(null, false, List.copyOf(table)));
            table.clear();
        }
    }

    private void add(Block block) {
        blocks++;
        if (sections.isEmpty()) {
            section(Division.BODY, "");
        }
        sections.get(sections.size() - 1).blocks().add(block);
    }

    @Override
    public boolean isFull() {
        return characters >= MOST_CHARACTERS || blocks >= MOST_BLOCKS;
    }

    Preview preview(boolean moreInFile) {
        endOfTable();
        var shown = sections.stream()
                .map(it -> new Section(it.division(), it.name(), List.copyOf(it.blocks())))
                .toList();
        return new Preview(shown, cut || isFull() || moreInFile);
    }
}
