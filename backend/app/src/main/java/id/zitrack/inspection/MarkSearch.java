package id.zitrack.inspection;

import java.util.Arrays;

/** Finds a mark in bytes that come piece by piece, also where it lies across two pieces. */
final class MarkSearch {
    private final byte[] mark;
    private byte[] before = new byte[0];

    MarkSearch(byte[] mark) {
        this.mark = mark;
    }

    /** Takes the next piece; returns whether the mark has shown in it or at its seam. */
    boolean isIn(byte[] buffer, int length) {
        var piece = Arrays.copyOf(before, before.length + length);
        System.arraycopy(buffer, 0, piece, before.length, length);
        before = Arrays.copyOfRange(piece, Math.max(0, piece.length - mark.length + 1), piece.length);
        return FileInspection.indexOf(piece, mark, 0) >= 0;
    }
}
