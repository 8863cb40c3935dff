package id.zitrack.inspection;

import id.zitrack.inspection.RefusedFile.Reason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a PDF that does something when it is opened or clicked, or that carries other files (PDF 1.7 reference, 8.5
 * and 3.10.3). Links to pages, also on the web, are fine; a person decides to follow them.
 */
final class PdfActions {

    /** Large documents with many links have some 100,000; more is made to keep us busy. */
    private static final int MOST_OBJECTS = 500_000;

    /** What pages look like and how they are tagged holds most objects of a document, and no actions. */
    private static final Set<COSName> NOT_FOLLOWED = Set.of(
            COSName.CONTENTS, COSName.RESOURCES, COSName.STRUCT_TREE_ROOT, COSName.METADATA, COSName.getPDFName("AP"));

    private static final Set<String> RUNNING_ACTIONS = Set.of("JavaScript", "Launch", "ImportData");

    /** What a document may do by a click, but not by itself: it tells others that it was opened, or sends data. */
    private static final Set<String> CALLING_ACTIONS = Set.of("URI", "SubmitForm", "GoToR", "GoToE", "Thread");

    private static final Set<String> RUNNING_ANNOTATIONS = Set.of("RichMedia", "3D");

    private static final COSName XFA = COSName.getPDFName("XFA");
    private static final COSName RENDITION_SCRIPT = COSName.getPDFName("JS");

    private final Deque<COSBase> open = new ArrayDeque<>();
    private final Set<COSObjectKey> seen = new HashSet<>();
    private int visited;

    private PdfActions() {}

    static void refuse(PDDocument document) {
        new PdfActions().walk(document.getDocumentCatalog().getCOSObject());
    }

    private void walk(COSDictionary catalog) {
        open.add(catalog);
        while (!open.isEmpty()) {
            if (++visited > MOST_OBJECTS) {
                throw refusal(Reason.BOMB);
            }
            var next = open.removeLast();
            if (next instanceof COSDictionary dictionary) {
                inspect(dictionary);
            } else if (next instanceof COSArray array) {
                for (int i = 0; i < array.size(); i++) {
                    follow(array.get(i));
                }
            }
        }
    }

    private void inspect(COSDictionary dictionary) {
        var action = dictionary.getNameAsString(COSName.S);
        if ((action != null && RUNNING_ACTIONS.contains(action))
                || (action != null && dictionary.containsKey(RENDITION_SCRIPT))
                || RUNNING_ANNOTATIONS.contains(String.valueOf(dictionary.getNameAsString(COSName.SUBTYPE)))
                || dictionary.containsKey(XFA)) {
            throw refusal(Reason.RUNS);
        }
        refuseCall(dictionary.getDictionaryObject(COSName.OPEN_ACTION));
        if (dictionary.getDictionaryObject(COSName.AA) instanceof COSDictionary events) {
            events.getValues().forEach(it -> refuseCall(it instanceof COSObject object ? object.getObject() : it));
        }
        if (dictionary.containsKey(COSName.EF)) {
            throw refusal(Reason.FILES_INSIDE);
        }
        for (var entry : dictionary.entrySet()) {
            if (!NOT_FOLLOWED.contains(entry.getKey())) {
                follow(entry.getValue());
            }
        }
    }

    private static void refuseCall(@Nullable COSBase event) {
        if (event instanceof COSDictionary action
                && CALLING_ACTIONS.contains(String.valueOf(action.getNameAsString(COSName.S)))) {
            throw refusal(Reason.RUNS);
        }
    }

    private void follow(@Nullable COSBase value) {
        if (value instanceof COSObject object) {
            if (seen.add(object.getKey())) {
                follow(object.getObject());
            }
        } else if (value instanceof COSDictionary || value instanceof COSArray) {
            open.add(value);
        }
    }

    private static RefusedFile refusal(Reason reason) {
        return new RefusedFile(reason, FileType.PDF.mediaType());
    }
}
