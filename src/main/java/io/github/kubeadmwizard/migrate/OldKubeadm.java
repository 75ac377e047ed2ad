package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.kubeadm.KubernetesCatalogue;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.Position;
import io.github.kubeadmwizard.yaml.YamlException;
import io.github.kubeadmwizard.yaml.YamlReader;
import java.util.regex.Pattern;

/**
 * Reads a kubeadm file of any version, or pasted {@code kubeadm init} and {@code kubeadm join}
 * lines. Sources: kubeadm's API types v1alpha1 to v1beta4, and the flags of its releases.
 */
public final class OldKubeadm {
  private static final Pattern FILE =
      Pattern.compile(
          "(?m)^kind:\\s*[\"']?(?:MasterConfiguration|NodeConfiguration|InitConfiguration"
              + "|ClusterConfiguration|JoinConfiguration)\\b");

  private final KubernetesCatalogue versions;
  private final Catalogue data;

  /**
   * @param versions which Kubernetes versions are offered
   */
  public OldKubeadm(KubernetesCatalogue versions) {
    this.versions = versions;
    data = Catalogue.load();
  }

  /** Whether the text looks like what is read here. */
  public static boolean isLike(String text) {
    return FILE.matcher(text).find() || !CommandLines.in(text).isEmpty();
  }

  /** Reads the text; nothing of it goes missing without a word. */
  public Migration read(String text) {
    if (!FILE.matcher(text).find()) {
      var lines = CommandLines.in(text);
      if (!lines.isEmpty()) {
        return read(lines);
      }
    }
    try {
      var documents = new OldDocuments(YamlReader.readAll(text));
      return documents.areKubeadms() ? read(documents) : refused();
    } catch (YamlException e) {
      return new Migration.Refused(e.at(), e.what());
    }
  }

  private static Migration refused() {
    return new Migration.Refused(Position.START, Message.of("migrate.notKubeadms"));
  }

  private Migration read(CommandLines lines) {
    var out = new Gathered(Target.of(lines.version(), versions, data));
    lines.read(out);
    return done(out, lines.hasInit());
  }

  private Migration read(OldDocuments documents) {
    var out = new Gathered(Target.of(documents.version(), versions, data));
    documents.read(out);
    return done(out, documents.hasInit());
  }

  private static Migration done(Gathered out, boolean init) {
    OneEtcd.choose(out);
    var statements = new Cleaning(out).clean();
    var cluster = new ToCluster(out.target(), statements, init, out.changes());
    var spec = cluster.spec();
    var files = new ToKubeadm(out.target(), statements, out.changes());
    var written = files.files(init);
    return new Migration.Done(spec, cluster.changes(), written, files.changes());
  }
}
