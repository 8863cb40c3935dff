package planted.evidence;

/** A name that fits everything. */
class EvidenceManager {}
