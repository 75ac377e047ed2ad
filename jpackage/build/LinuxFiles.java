import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a Linux system shows of the program, laid out as under {@code /usr/share}: menu entry,
 * icons, type of file, manual page, completion, documents. As files of the package, which needs no
 * script then, neither to install nor to remove them.
 */
final class LinuxFiles {
  private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+)  ");

  private final Build build;

  LinuxFiles(Build build) {
    this.build = build;
  }

  void make() throws IOException, InterruptedException {
    Path share = build.image().resolve("lib/share");
    Path linux = build.jpackage().resolve("linux");
    copy(linux.resolve("kubeadm-wizard.desktop"), share.resolve("applications"));
    copy(linux.resolve("kubeadm-wizard.xml"), share.resolve("mime/packages"));
    copy(
        build.jpackage().resolve("icons/kubeadm-wizard.svg"),
        share.resolve("icons/hicolor/scalable/apps"));
    for (int size : List.of(16, 32, 48, 128)) {
      Path icon = build.project().resolve("src/main/resources/wizard/icon-" + size + ".png");
      Path place = share.resolve("icons/hicolor/" + size + "x" + size + "/apps");
      Files.createDirectories(place);
      Files.copy(icon, place.resolve(Build.NAME + ".png"));
    }
    write(share.resolve("bash-completion/completions/" + Build.NAME), said("completion", "bash"));
    Path manual = share.resolve("man/man1/" + Build.NAME + ".1");
    write(manual, manualPage());
    Command.of("gzip", "-9", "-n", manual).run();
    Path documents = share.resolve("doc");
    Files.createDirectories(documents);
    Files.move(build.image().resolve("lib/doc"), documents.resolve(Build.NAME));
    copy(linux.resolve("copyright"), documents.resolve(Build.NAME));
  }

  private static void copy(Path file, Path directory) throws IOException {
    Files.createDirectories(directory);
    Files.copy(file, directory.resolve(file.getFileName()));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** What the program says, as a user with an empty home hears it. */
  private String said(Object... words) throws IOException, InterruptedException {
    return Command.of(
            Stream.concat(Stream.of(build.image().resolve("bin/" + Build.NAME)), Stream.of(words))
                .toArray())
        .with("HOME", build.work().resolve("home"))
        .with("LC_ALL", "C.UTF-8")
        .run();
  }

  /** Of the help that the program itself gives, so that it never says anything else. */
  private String manualPage() throws IOException, InterruptedException {
    var page =
        new StringBuilder(
            ".TH KUBEADM-WIZARD 1 \""
                + build.time().toString().substring(0, 10)
                + "\" \""
                + build.version()
                + "\"\n");
    page.append(
        ".SH NAME\nkubeadm\\-wizard \\- takes bare Linux machines to a Ready Kubernetes cluster\n");
    page.append(
        ".SH SYNOPSIS\n"
            + ".B kubeadm\\-wizard\n"
            + "[\\fIcluster.yaml\\fR]\n"
            + ".br\n"
            + ".B kubeadm\\-wizard\n"
            + "\\fIcommand\\fR ...\n");
    page.append(
        ".SH DESCRIPTION\n"
            + "Without words, or with a cluster file alone, the wizard opens; words are a"
            + " command.\n");
    String help = said("--help");
    section(page, "COMMANDS", help);
    var commands = COMMAND.matcher(help.substring(help.indexOf("Commands:")));
    while (commands.find()) {
      section(
          page,
          commands.group(1).toUpperCase(java.util.Locale.ROOT),
          said(commands.group(1), "--help"));
    }
    page.append(
        ".SH FILES\n"
            + ".TP\n"
            + "~/.config/kubeadm\\-wizard\n"
            + "accepted host keys\n"
            + ".TP\n"
            + "~/.local/share/kubeadm\\-wizard\n"
            + "the choices for each cluster\n"
            + ".TP\n"
            + "~/.local/state/kubeadm\\-wizard\n"
            + "logs and the journals of runs\n");
    return page.toString();
  }

  private static void section(StringBuilder page, String title, String text) {
    String safe =
        text.replace("\\", "\\e").replace("-", "\\-").replaceAll("(?m)^([.'])", "\\\\&$1");
    page.append(".SH ").append(title).append("\n.nf\n").append(safe.strip()).append("\n.fi\n");
  }
}
