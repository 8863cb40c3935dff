/** The commands that need no server: score a sheet, check an instrument, compare two. */
@NullMarked
package id.zitrack.command;

import org.jspecify.annotations.NullMarked;
