package org.commonfold.revenue.delivery.domain;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Whether an address is one of the public Internet, where alone messages are sent. */
public final class PublicAddress {

    private PublicAddress() {}

    public static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (address instanceof Inet4Address) {
            boolean isCarrierGrade = first == 100 && second >= 64 && second < 128;
            boolean isBenchmark = first == 198 && (second == 18 || second == 19);
            return first != 0 && first < 224 && !isCarrierGrade && !isBenchmark;
        }
        // Global unicast (RFC 4291, section 2.4); neither 6to4 nor Teredo, which hide another.
        boolean isGlobal = (first & 0xe0) == 0x20;
        boolean isTunnel = first == 0x20 && (second == 0x02 || second == 0x01 && bytes[2] == 0);
        return isGlobal && !isTunnel;
    }
}
