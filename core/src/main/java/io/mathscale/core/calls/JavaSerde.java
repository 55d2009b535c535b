package io.mathscale.core.calls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;

/**
 * What executors and driver say to each other, as bytes. Spark reads messages with the system's
 * class loader, which does not know the classes of an application's jar; read here, they are found
 * by the class loader of this class.
 */
final class JavaSerde {
  private JavaSerde() {}

  /** A serializable value as bytes. */
  static byte[] write(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + value.getClass().getName(), e);
    }

    return bytes.toByteArray();
  }

  /** The value that bytes hold. */
  static Object read(byte[] bytes) {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return in.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read a message", e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("Driver and executors must run the same jar", e);
    }
  }
}
