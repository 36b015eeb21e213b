package org.commonfold.payout.tlog.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of the tree as it is given out (C2SP tlog-tiles): a tile of level {@code L} has nodes of
 * level {@code 8·L}, 256 of them when it is full.
 *
 * @param number among those of its level
 * @param width how many of its nodes are asked for
 */
public record Tile(long number, int width) {

    public static final int WIDTH = 256;

    /** Levels of nodes in one level of tiles. */
    public static final int HEIGHT = 8;

    private static final Pattern PATH =
            Pattern.compile("((?:x[0-9]{3}/){0,5})([0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    /** Such as {@code x001/234.p/56}; empty when no tile is named so. */
    public static Optional<Tile> named(String path) {
        Matcher parts = PATH.matcher(path);
        // 1234067 is x001/x234/067 and nothing else: a tile has one name.
        if (!parts.matches() || path.startsWith("x000/")) {
            return Optional.empty();
        }
        String number = parts.group(1).replaceAll("[x/]", "") + parts.group(2);
        int width = parts.group(3) == null ? WIDTH : Integer.parseInt(parts.group(3));
        boolean isPartial = parts.group(3) != null;
        return isPartial && width >= WIDTH
                ? Optional.empty()
                : Optional.of(new Tile(Long.parseLong(number), width));
    }

    /** The position of its first node. */
    public long from() {
        return number * WIDTH;
    }
}
