package io.mathscale.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port of loopback that leads to another, and may refuse connections or let bytes wait. */
final class Gate implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int BACKLOG = 200;

  private final ServerSocket door;
  private final int behind;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean isShut;
  private volatile Duration delay = Duration.ZERO;

  private Gate(ServerSocket door, int behind) {
    this.door = door;
    this.behind = behind;
  }

  /** A gate before a port. */
  static Gate before(int port) {
    try {
      ServerSocket door = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
      Gate gate = new Gate(door, port);
      gate.run("gate", gate::letIn);
      return gate;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its port. */
  int port() {
    return door.getLocalPort();
  }

  /** Breaks all connections and refuses others, or no longer. */
  void shut(boolean now) {
    isShut = now;
    if (now) {
      open.forEach(Gate::close);
    }
  }

  /** Lets each piece of what is said wait. */
  void slow(Duration by) {
    delay = by;
  }

  private void run(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void letIn() {
    while (!door.isClosed()) {
      try {
        Socket guest = door.accept();
        if (isShut) {
          guest.close();
        } else {
          Socket host = new Socket(InetAddress.getLoopbackAddress(), behind);
          open.add(guest);
          open.add(host);
          run("gate-in", () -> pass(guest, host));
          run("gate-out", () -> pass(host, guest));
        }
      } catch (IOException e) {
        // Closed, or nobody is behind: who knocks again finds out.
      }
    }
  }

  private void pass(Socket from, Socket to) {
    byte[] bytes = new byte[BUFFER];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        Thread.sleep(delay.toMillis());
        out.write(bytes, 0, read);
      }
    } catch (IOException | InterruptedException e) {
      // One of the two has ended, and so does the other.
    } finally {
      close(from);
      close(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }

    open.forEach(Gate::close);
  }
}
