package id.zitrack.instrument;

/** How the points of a group follow from its children (PermenPANRB 90/2021, Lampiran III, roll-up of the LKE). */
public enum Rule {
    /** Points of the children added; their weights add up to the weight of the group. */
    SUM,
    /** Arithmetic mean of the children's values, times the weight of the group. */
    MEAN,
    /** The least of the children's values, times the weight of the group: the weakest part decides. */
    MINIMUM;

    /** Whether the children have weights of their own; otherwise each counts alike, as weight 1. */
    public boolean weighsChildren() {
        return this == SUM;
    }
}
