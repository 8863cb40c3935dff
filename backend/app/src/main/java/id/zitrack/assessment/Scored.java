package id.zitrack.assessment;

import id.zitrack.instrument.Instrument;
import id.zitrack.scoring.ScoreSheet;

/** An assessment, the instrument it follows, and what its answers are worth under it. */
record Scored(Assessment assessment, Instrument instrument, ScoreSheet sheet) {}
