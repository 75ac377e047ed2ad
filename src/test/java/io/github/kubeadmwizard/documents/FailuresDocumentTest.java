package io.github.kubeadmwizard.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.text.Words;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/failures.md and its Chinese twin are made from the words that the program tells them in. */
final class FailuresDocumentTest {
  private static final String ENGLISH =
      """
      # Failures

      Every failure that the program knows by name, in the words in which it tells it: what happened, why, and what to do.
      An ellipsis (…) stands for what it names in the case itself: a host, a file, what a program on the host said. Around
      it the program also shows the command, its exit code and its last lines, where there were any. With `--json` the
      name stands in the field `id` of a problem.

      After mending the cause, run the same again: each action looks first what is done already, so nothing is done twice.

      Made from the code: `mvn test -Dtest=FailuresDocumentTest -Ddocs.write=true`.
      """;
  private static final String CHINESE =
      """
      # 故障

      本页列出程序能够识别的每一种故障，文字与程序显示的相同：发生了什么、为什么、该怎么做。\
      省略号（…）代表具体情况中的名称，例如主机、文件，或者主机上某个程序的输出。如果有相关命令，\
      程序还会显示该命令、退出码和最后几行输出。使用 `--json` 时，故障的名称在 problem 的 `id` 字段中。

      排除原因之后，再运行一次相同的操作即可：每个动作都会先查看哪些已经完成，因此不会重复执行。

      本页由代码生成：`mvn test -Dtest=FailuresDocumentTest -Ddocs.write=true`。
      """;

  /** Words that are laid out like a failure's and are the frame around one. */
  private static final List<String> FRAMES = List.of("cli.problem");

  /** A part of the page: the room whose failures it lists. */
  private record Part(String room, String english, String chinese) {}

  private static final List<Part> PARTS =
      List.of(
          new Part("ssh", "Connecting, signing in, becoming root", "连接、登录和获取 root 权限"),
          new Part("session", "Reading hosts", "读取主机信息"),
          new Part("check", "Mending what a check found", "修复检查发现的问题"),
          new Part("host", "Preparing hosts, packages and files", "准备主机、软件包和文件"),
          new Part(
              "kubeadm",
              "What the cluster file lays over kubeadm's documents",
              "集群文件对 kubeadm 配置的覆盖"),
          new Part("install", "The runtime, kubeadm and the pod network", "容器运行时、kubeadm 和 Pod 网络"),
          new Part("manifests", "Manifests that are fetched", "获取清单"),
          new Part("smoke", "The smoke test", "冒烟测试"),
          new Part("running", "A cluster that stands", "运行中的集群"),
          new Part("bundle", "The offline bundle", "离线包"),
          new Part("engine", "The program itself", "程序自身"));

  @ParameterizedTest
  @EnumSource
  void theDocumentListsEveryFailureInItsOwnWords(Tongue tongue) throws IOException {
    tongue.mustBe("failures.md", document(tongue));
  }

  @Test
  void noRoomWithFailuresIsLeftOut() {
    var rooms = PARTS.stream().map(Part::room).toList();
    assertThat(Words.ROOMS)
        .filteredOn(room -> !rooms.contains(room))
        .flatExtracting(room -> Signature.of(room, Tongue.ENGLISH))
        .extracting(Signature::id)
        .containsExactlyInAnyOrderElementsOf(FRAMES);
  }

  private static String document(Tongue in) {
    var text = new StringBuilder(in.pick(ENGLISH, CHINESE));
    for (Part part : PARTS) {
      text.append("\n## ").append(in.pick(part.english(), part.chinese())).append("\n");
      Signature.of(part.room(), in).forEach(s -> text.append(section(s, in)));
    }
    return text.toString();
  }

  private static String section(Signature signature, Tongue in) {
    return "\n<a id=\"%s\"></a>\n### %s\n\n`%s`\n\n%s%s\n%s%s\n"
        .formatted(
            signature.id(),
            plain(signature.what()).replaceFirst("[.。]$", ""),
            signature.id(),
            in.pick("- **Why:** ", "- **原因**："),
            joined(signature.whys(), in),
            in.pick("- **What to do:** ", "- **处理方法**："),
            joined(signature.remedies(), in));
  }

  private static String joined(List<String> patterns, Tongue in) {
    return patterns.stream()
        .map(FailuresDocumentTest::plain)
        .map(said -> said.equals("…") ? in.pick("As the case itself says.", "以当时给出的说明为准。") : said)
        .collect(Collectors.joining(in.pick(" Or: ", "或者：")));
  }

  /** A pattern of MessageFormat with an ellipsis for each value. */
  private static String plain(String pattern) {
    return pattern
        .replaceAll("\\{\\d+[^{}]*\\}", "…")
        .replace("''", "'")
        .replace("<", "&lt;")
        .replace("|", "\\|");
  }
}
