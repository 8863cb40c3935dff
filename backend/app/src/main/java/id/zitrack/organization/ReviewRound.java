package id.zitrack.organization;

import java.time.LocalDate;

/** A round in which the internal assessors (TPI) judge, by name; both days belong to it. */
public record ReviewRound(String name, LocalDate from, LocalDate until) {}
