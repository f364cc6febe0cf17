package org.rasd.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/**
 * A real S3 server over a folder: s3proxy in a process of its own, with a class path of its own that Maven fetches by
 * {@code src/test/s3proxy/pom.xml}.
 */
public final class S3Server implements AutoCloseable {
    /** The one bucket that it has. */
    public static final String BUCKET = "archive";

    private static final Path HOME = Path.of("src", "test", "s3proxy").toAbsolutePath();
    private static final Path CLASS_PATH = Path.of("target", "s3proxy", "classpath.txt");
    private static final int ATTEMPTS = 600;

    private final Process process;
    private final int port;

    private S3Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it over {@code folder}. */
    public static S3Server start(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("objects").resolve(BUCKET));
        int port = freePort();
        Path properties = Files.write(
                folder.resolve("s3proxy.properties"),
                List.of(
                        "s3proxy.endpoint=http://127.0.0.1:" + port,
                        "s3proxy.authorization=none",
                        "jclouds.provider=filesystem-nio2",
                        "jclouds.filesystem.basedir=" + folder.resolve("objects")));
        Path log = folder.resolve("s3proxy.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogback.configurationFile=" + HOME.resolve("logback.xml"),
                        "-cp",
                        classPath(),
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        properties.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        for (int attempt = 0; attempt < ATTEMPTS && process.isAlive(); attempt++) {
            if (answers(port)) {
                return new S3Server(process, port);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        process.destroyForcibly().waitFor();
        throw new IOException("Cannot start s3proxy; it said\n" + Files.readString(log));
    }

    /** A place in its bucket. */
    public static String location(String name) {
        return "s3a://" + BUCKET + "/" + name;
    }

    /** How Hadoop reaches it. */
    public Map<String, String> hadoop() {
        return Map.of(
                "fs.s3a.endpoint", "http://127.0.0.1:" + port,
                "fs.s3a.path.style.access", "true",
                "fs.s3a.connection.ssl.enabled", "false",
                "fs.s3a.aws.credentials.provider", "org.apache.hadoop.fs.s3a.AnonymousAWSCredentialsProvider",
                "fs.s3a.bucket.probe", "0");
    }

    /** Ends the server and the connection that Hadoop keeps to it, which another server's tests would be given. */
    @Override
    public void close() throws IOException, InterruptedException {
        Configuration configuration = new Configuration();
        hadoop().forEach(configuration::set);
        FileSystem.get(URI.create(location("")), configuration).close();
        process.destroyForcibly().waitFor();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false; // not yet
        }
    }

    /** As Maven resolves it: from its own folder first, so that a machine without a network is no hindrance. */
    private static String classPath() throws IOException, InterruptedException {
        if (!Files.exists(CLASS_PATH) && !resolve("-o") && !resolve("-ntp")) {
            throw new IOException("Cannot start s3proxy: its class path, got none from Maven; run mvn -f " + HOME
                    + " dependency:build-classpath to see why");
        }
        return Files.readString(CLASS_PATH).strip();
    }

    private static boolean resolve(String option) throws IOException, InterruptedException {
        Files.createDirectories(CLASS_PATH.toAbsolutePath().getParent());
        return new ProcessBuilder("mvn", "-q", "-B", option, "-f", HOME.toString(), "dependency:build-classpath")
                        .redirectErrorStream(true)
                        .redirectOutput(CLASS_PATH.resolveSibling("maven.log").toFile())
                        .start()
                        .waitFor()
                == 0;
    }
}
