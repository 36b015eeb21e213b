package org.commonfold.revenue.delivery.domain;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether an address is one of the public Internet, where alone messages are sent: not one of ours,
 * nor of a cloud that answers there about itself. Refused is what the IANA registries of special
 * addresses (RFC 6890) do not call globally reachable, multicast, and IPv6 addresses that stand for
 * an IPv4 one, since those reach whatever that one does.
 */
public final class PublicAddress {

    private static final List<Block> REFUSED_V4 = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            // Of Azure's machines, where alone it leads: it answers about them.
            "168.63.129.16/32",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3");

    /** Global unicast (RFC 4291, section 2.4): nothing else is public. */
    private static final Block GLOBAL_V6 = Block.of("2000::/3");

    private static final List<Block> REFUSED_V6 = blocks(
            // Protocol assignments, Teredo among them.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** The end of an ISATAP address (RFC 5214, section 6.1): before the IPv4 one. */
    private static final int ISATAP = 0x00005efe;

    private static final int ISATAP_LOCAL_BIT = 0x02000000;

    private PublicAddress() {}

    /** A range of addresses in CIDR notation. */
    private record Block(byte[] first, int bits) {

        static Block of(String cidr) {
            String[] parts = cidr.split("/");
            try {
                // A literal: no name is looked up.
                byte[] first = InetAddress.getByName(parts[0]).getAddress();
                return new Block(first, Integer.parseInt(parts[1]));
            } catch (UnknownHostException impossible) {
                throw new IllegalArgumentException(cidr, impossible);
            }
        }

        boolean contains(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % Byte.SIZE;
                if (((address[bit / Byte.SIZE] ^ first[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private static List<Block> blocks(String... cidrs) {
        return Stream.of(cidrs).map(Block::of).toList();
    }

    /** The JDK gives an IPv4-mapped address as the IPv4 one. */
    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? REFUSED_V4.stream().noneMatch(block -> block.contains(bytes))
                : GLOBAL_V6.contains(bytes)
                        && REFUSED_V6.stream().noneMatch(block -> block.contains(bytes))
                        && !isIsatap(bytes);
    }

    private static boolean isIsatap(byte[] address) {
        int end = 0;
        for (int i = 8; i < 12; i++) {
            end = end << Byte.SIZE | address[i] & 0xff;
        }
        return (end & ~ISATAP_LOCAL_BIT) == ISATAP;
    }
}
