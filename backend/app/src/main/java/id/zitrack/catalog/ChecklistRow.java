package id.zitrack.catalog;

import java.util.List;

/**
 * One row of a workbook.
 *
 * @param number as spreadsheets show it, from 1
 * @param cells their texts from the first column on; empty where there is nothing
 */
record ChecklistRow(int number, List<String> cells) {

    String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
