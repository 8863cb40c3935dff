package id.zitrack.organization;

import java.time.LocalDate;

/** The letter by which something was decided. */
record Letter(String number, LocalDate date) {}
