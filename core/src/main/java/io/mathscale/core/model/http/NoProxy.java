package io.mathscale.core.model.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The hosts that are reached without the proxy of the environment, as {@code no_proxy} lists them:
 * hosts with all below them ({@code corp.example}, {@code .corp.example}, {@code *.corp.example}),
 * addresses, networks ({@code 10.0.0.0/8}), each of them with or without a port, and {@code *} for
 * all. Names are compared, never looked up.
 *
 * @param entries the entries, in lower case
 */
public record NoProxy(List<String> entries) {
  /** Copies the entries. */
  public NoProxy {
    entries = List.copyOf(entries);
  }

  /** The entries of a list that is divided by commas or white space. */
  public static NoProxy of(String list) {
    return new NoProxy(
        Arrays.stream(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))
            .filter(entry -> !entry.isEmpty())
            .toList());
  }

  /**
   * Whether a host is among them. This machine is where it is listed, as with curl: {@code
   * localhost,127.0.0.1}.
   */
  public boolean covers(String host, int port) {
    String name = unbracketed(host.toLowerCase(Locale.ROOT));
    InetAddress address = literal(name);
    return entries.stream().anyMatch(entry -> matches(entry, name, address, port));
  }

  private static boolean matches(String entry, String name, InetAddress address, int port) {
    if (entry.equals("*")) {
      return true;
    }

    int slash = entry.indexOf('/');
    if (slash >= 0) {
      return address != null
          && isIn(address, entry.substring(0, slash), entry.substring(slash + 1));
    }

    String host = entry;
    boolean isAddress = literal(unbracketed(entry)) != null;
    int colon = entry.lastIndexOf(':');
    if (colon >= 0 && !isAddress) {
      if (!entry.substring(colon + 1).equals(Integer.toString(port))) {
        return false;
      }

      host = entry.substring(0, colon);
    }

    String bare = unbracketed(host.replaceFirst("^\\*?\\.", ""));
    InetAddress given = literal(bare);
    return given == null
        ? name.equals(bare) || (address == null && name.endsWith("." + bare))
        : given.equals(address);
  }

  private static boolean isIn(InetAddress address, String network, String bits) {
    InetAddress start = literal(unbracketed(network));
    if (start == null || !bits.matches("\\d{1,3}")) {
      return false;
    }

    byte[] one = start.getAddress();
    byte[] other = address.getAddress();
    int count = Integer.parseInt(bits);
    if (one.length != other.length || count > 8 * one.length) {
      return false;
    }

    for (int bit = 0; bit < count; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((one[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }

    return true;
  }

  private static String unbracketed(String host) {
    return host.replaceAll("^\\[(.*)]$", "$1");
  }

  /** The address that a text is, or null for a name: names are not looked up. */
  private static InetAddress literal(String text) {
    boolean isIpv4 = text.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    boolean isIpv6 = text.matches("[0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.]*");
    if (!isIpv4 && !isIpv6) {
      return null;
    }

    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException notAnAddress) {
      return null;
    }
  }
}
