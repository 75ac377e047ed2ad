package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.Action.WriteFile;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.kubeadm.ProgramFile;
import io.github.kubeadmwizard.kubeadm.ProgramFiles;
import io.github.kubeadmwizard.text.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Programs by address and checksum, with the units that packages would have brought. They go below
 * {@code /usr/local} and {@code /etc/systemd/system}: {@code /usr/bin} and {@code /usr/lib} belong
 * to the package manager, which would overwrite them one day, and what lies here comes first.
 */
final class ProgramDownloads {
  static final String KUBELET = "/usr/local/bin/kubelet";
  static final String CONTAINERD = "/usr/local/bin/containerd";
  static final String CRI_DOCKERD = "/usr/local/bin/cri-dockerd";
  private static final String UNITS = "/etc/systemd/system/";
  static final String KUBELET_UNIT = UNITS + "kubelet.service";
  static final String KUBELET_DROP_IN = UNITS + "kubelet.service.d/10-kubeadm.conf";
  static final String CONTAINERD_UNIT = UNITS + "containerd.service";
  private static final String MANIFESTS = "/etc/kubernetes/manifests"; // the kubelet asks for it

  private ProgramDownloads() {}

  static List<Action> actions(Ground ground, Node node) {
    String architecture = node.facts().machine().architecture().orElse("amd64");
    var actions = new ArrayList<Action>();
    for (ProgramFile file : ProgramFiles.load().wanted(ground.spec(), architecture)) {
      if (isBrought(file, node)) {
        continue;
      }
      actions.add(download(file).with(WayOut.of(ground)));
      switch (file.name()) {
        case "kubelet" -> {
          actions.add(unit("kubelet-unit", KUBELET_UNIT, "kubelet.service"));
          actions.add(unit("kubelet-drop-in", KUBELET_DROP_IN, "10-kubeadm.conf"));
        }
        case "containerd" ->
            actions.add(unit("containerd-unit", CONTAINERD_UNIT, "containerd.service"));
        case "cri-dockerd" -> {
          actions.add(unit("cri-docker-unit", UNITS + "cri-docker.service", "cri-docker.service"));
          actions.add(
              unit("cri-docker-socket-unit", UNITS + "cri-docker.socket", "cri-docker.socket"));
        }
        default -> {}
      }
    }
    return actions;
  }

  /** Helm alone. */
  static RunScript helm(Ground ground, Node node) {
    String architecture = node.facts().machine().architecture().orElse("amd64");
    return download(ProgramFiles.load().helm(ground.spec(), architecture)).with(WayOut.of(ground));
  }

  /** A cri-dockerd that somebody installed, with its units, is kept. */
  private static boolean isBrought(ProgramFile file, Node node) {
    var there = node.facts().runtimes().criDockerd().program();
    return file.name().equals("cri-dockerd")
        && there.filter(program -> !program.path().equals(CRI_DOCKERD)).isPresent();
  }

  private static RunScript download(ProgramFile file) {
    String line = String.join("|", file.url(), file.checksum(), file.path(), "0755", file.member());
    return RunScript.of(
            file.name(),
            Message.of("install.action.download", file.name(), file.version(), file.url()),
            "binaries.sh",
            Map.of(
                "FILES", Var.of(line),
                "FOLDERS", Var.of(file.name().equals("kubelet") ? MANIFESTS : "")))
        .within(Duration.ofMinutes(30));
  }

  private static WriteFile unit(String id, String path, String asset) {
    return new WriteFile(
        id,
        Message.of("install.action.unit", path),
        path,
        "0644",
        Var.of(Assets.text("units/" + asset)));
  }
}
