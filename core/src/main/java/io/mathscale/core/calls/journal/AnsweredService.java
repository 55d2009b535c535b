package io.mathscale.core.calls.journal;

import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.identity.StableHash;
import io.mathscale.core.workspace.AtomicFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a model service, by its addresses and the model's name, has ever answered a run in this
 * workspace: an empty file beside the journals. Such a service is waited for longer than one whose
 * address may be wrong.
 */
public final class AnsweredService {
  private static final Logger LOG = LoggerFactory.getLogger(AnsweredService.class);

  private final FileSystem fileSystem;
  private final Path file;

  AnsweredService(FileSystem fileSystem, Path folder, ModelConfig model) {
    List<Object> parts = new ArrayList<>(List.of(model.name(), model.baseUrl()));
    model.endpoints().forEach(endpoint -> parts.add(endpoint.baseUrl()));
    this.fileSystem = fileSystem;
    this.file = new Path(folder, StableHash.contentId(parts.toArray()));
  }

  /** Whether it has answered before. */
  public boolean isKnown() {
    try {
      return fileSystem.exists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look for " + file, e);
    }
  }

  /** Keeps that it has answered. A run goes on where that cannot be kept. */
  public void keep() {
    try {
      if (!fileSystem.exists(file)) {
        AtomicFiles.write(fileSystem, file, "");
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("It cannot be kept that the model service has answered", e);
    }
  }
}
