package org.commonfold.kit.problem;

/** The types of problems that have no better name than their HTTP status. */
final class ProblemTypes {

    private ProblemTypes() {}

    static String of(int status) {
        return switch (status) {
            case 400 -> "invalid-request";
            case 401 -> "unauthorized";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 409 -> "conflict";
            case 413 -> "body-too-large";
            case 415 -> "unsupported-media-type";
            case 429 -> "too-many-requests";
            default -> status >= 500 ? "internal-error" : "http-" + status;
        };
    }
}
