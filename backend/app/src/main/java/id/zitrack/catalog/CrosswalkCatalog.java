package id.zitrack.catalog;

import id.zitrack.instrument.Crosswalk;
import id.zitrack.instrument.Instrument;
import java.util.List;

/** Which questions of the shipped instruments the same evidence can prove. */
public interface CrosswalkCatalog {

    /** All crosswalks that ship with the program. */
    List<Crosswalk> all();

    /** The nodes of other instruments that are paired with a question, in no version of their own. */
    List<Crosswalk.Partner> partners(Instrument instrument, String question);
}
