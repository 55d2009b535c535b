package io.mathscale.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/** An HDFS of one node. */
final class HdfsServer implements Store {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern ADDRESS = Pattern.compile("serves (hdfs://\\S+)");

  private final ChildProcess process;

  private HdfsServer(ChildProcess process) {
    this.process = process;
  }

  static HdfsServer start(Path folder) {
    return new HdfsServer(
        ChildProcess.start(
            "hdfs",
            folder,
            Map.of(),
            List.of(
                "-Xmx500m",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                HdfsServer.class.getName(),
                folder.resolve("blocks").toString())));
  }

  /** Serves until the process is ended; the argument is the folder of the blocks. */
  public static void main(String[] args) throws IOException, InterruptedException {
    MiniDFSCluster hdfs =
        new MiniDFSCluster.Builder(new Configuration(), new File(args[0])).numDataNodes(1).build();
    hdfs.waitActive();
    System.out.println("serves " + hdfs.getURI());
    Thread.currentThread().join();
  }

  @Override
  public void awaitStarted() {
    address();
  }

  private String address() {
    return process.awaitSaid(ADDRESS, PATIENCE);
  }

  @Override
  public String folder(String name) {
    return address() + "/" + name;
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("dfs.replication", "1");
  }

  @Override
  public long durableMillis() {
    return 1_000;
  }

  @Override
  public ChildProcess process() {
    return process;
  }
}
