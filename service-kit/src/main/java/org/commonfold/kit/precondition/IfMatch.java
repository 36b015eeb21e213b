package org.commonfold.kit.precondition;

import org.commonfold.kit.problem.Problems;

import java.util.HashSet;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which version a change was meant for, so that no change is lost unseen (RFC 9110, section 13.1.1:
 * a strong comparison with any of the entity tags given).
 */
public final class IfMatch {

    /** The header's name. */
    public static final String HEADER = "If-Match";

    /** An asterisk, or entity tags as we give them out among any others. */
    public static final String PATTERN = "\\*|(W/)?\"[!#-~]*\"( *, *(W/)?\"[!#-~]*\")*";

    /** A version; after a hyphen what a reader was shown beside, which no change is meant for. */
    private static final Pattern OURS =
            Pattern.compile("(?<!W/)\"([1-9][0-9]{0,17})(?:-[0-9]+)?\"");

    private IfMatch() {}

    /**
     * For updates of what several may change.
     *
     * @param header as it was sent, or null
     * @return whether a version is the expected one
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 428 without the header (RFC 6585)
     */
    public static LongPredicate required(String header) {
        if (header == null) {
            throw Problems.problem(
                    428,
                    "precondition-required",
                    "Send If-Match with the ETag of the version you have read");
        }
        return optional(header);
    }

    /**
     * For updates of what is the caller's own: without the header, any version will do, even none.
     *
     * @return whether a version is the expected one, 0 standing for what is not there yet
     */
    public static LongPredicate optional(String header) {
        if (header == null) {
            return version -> true;
        }
        if (header.equals("*")) {
            return version -> version > 0;
        }
        Set<Long> versions = new HashSet<>();
        Matcher tags = OURS.matcher(header);
        while (tags.find()) {
            versions.add(Long.valueOf(tags.group(1)));
        }
        return versions::contains;
    }
}
