package id.zitrack.instrument;

/** How the points of a group follow from its children (PermenPANRB 90/2021, Lampiran III, roll-up of the LKE). */
public enum Rule {
    /** Points of the children added; their weights add up to the weight of the group. */
    SUM,
    /** Arithmetic mean of the children's values, times the weight of the group. */
    MEAN
}
