package org.commonfold.rating.domain;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * People who praise one another: a pair, or a circle of three and more in which praise leads from
 * each to every other. A reason to look, no proof.
 *
 * @param members the share that they gave inside falling; ties by id
 * @param strength at least this share of what each gave, softened by ten ordinary ratings, went on
 *     to the next; in basis points
 */
public record Finding(List<Member> members, int strength) {

    private static final int BASIS_POINTS = 10_000;
    private static final int PER_CENT = 100;

    /** What one of them gave and received: of all the points, those inside the finding. */
    public record Member(
            ContributorId id, long given, long givenInside, long received, long receivedInside) {

        public int givenBasisPoints() {
            return share(givenInside, given);
        }

        public int receivedBasisPoints() {
            return share(receivedInside, received);
        }
    }

    /** The strongest first, then those with most points inside; ties by the members' ids. */
    static final Comparator<Finding> STRONGEST_FIRST = Comparator.comparingInt(Finding::strength)
            .thenComparing(Finding::pointsInside)
            .reversed()
            .thenComparing(Finding::ids);

    private static final Comparator<Member> MOST_INSIDE_FIRST = Comparator.comparingInt(
                    Member::givenBasisPoints)
            .reversed()
            .thenComparing(member -> member.id().value());

    public Finding {
        members = members.stream().sorted(MOST_INSIDE_FIRST).toList();
    }

    public boolean isPair() {
        return members.size() == 2;
    }

    /** Of all points that the members gave, those that stayed among them; rounded down. */
    public int basisPoints() {
        long given = members.stream().mapToLong(Member::given).sum();
        return share(pointsInside(), given);
    }

    private long pointsInside() {
        return members.stream().mapToLong(Member::givenInside).sum();
    }

    public String explanation() {
        if (isPair()) {
            Member one = members.get(0);
            Member other = members.get(1);
            return one.id() + " and " + other.id() + " rated each other's work: "
                    + perCent(one.givenBasisPoints()) + " of the " + one.given() + " points that "
                    + one.id() + " gave went to " + other.id() + ", and "
                    + perCent(other.givenBasisPoints()) + " of the " + other.given()
                    + " that " + other.id() + " gave went to " + one.id() + ".";
        }
        return "Praise leads from each of these " + members.size() + " people to every other: "
                + pointsInside() + " points, " + perCent(basisPoints())
                + " of those that they gave, stayed among them.";
    }

    private String ids() {
        return String.join(
                " ", members.stream().map(one -> one.id().value()).sorted().toList());
    }

    /** In basis points, rounded down; 0 of nothing. */
    static int share(long part, long whole) {
        return whole == 0
                ? 0
                : BigInteger.valueOf(part)
                        .multiply(BigInteger.valueOf(BASIS_POINTS))
                        .divide(BigInteger.valueOf(whole))
                        .intValueExact();
    }

    private static String perCent(int basisPoints) {
        return String.format(
                Locale.ROOT, "%d.%02d %%", basisPoints / PER_CENT, basisPoints % PER_CENT);
    }
}
