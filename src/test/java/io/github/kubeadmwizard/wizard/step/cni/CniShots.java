package io.github.kubeadmwizard.wizard.step.cni;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.text.Words;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.choice.Choices;
import java.io.File;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.*;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

public final class CniShots {
  static void on(Runnable r) throws Exception {
    var l = new CountDownLatch(1);
    Platform.runLater(() -> {
      try {
        r.run();
      } catch (Throwable t) {
        t.printStackTrace();
      }
      l.countDown();
    });
    l.await();
  }

  public static void main(String[] a) throws Exception {
    Platform.startup(() -> {});
    Platform.setImplicitExit(false);
    for (var name :
        new CniSpec.Name[] {
          CniSpec.Name.CALICO, CniSpec.Name.CILIUM, CniSpec.Name.WEAVE, CniSpec.Name.FLANNEL
        })
      for (var lang : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
        boolean dark = lang != Locale.ENGLISH;
        var st = new Stage[1];
        var page = new CniPage[1];
        var ch = new Choices(3).read();
        on(() -> {
          Application.setUserAgentStylesheet(
              dark
                  ? new PrimerDark().getUserAgentStylesheet()
                  : new PrimerLight().getUserAgentStylesheet());
          ch.cni().choose(name);
          page[0] = new CniPage(new Parts(new Words(lang)), ch.cni(), Optional::empty);
          st[0] = new Stage();
          var sc =
              new Scene(
                  new StackPane(page[0].node()),
                  name == CniSpec.Name.CALICO && dark ? 700 : 1000,
                  760);
          sc.getStylesheets().addAll("/wizard/wizard.css", "/wizard/choices.css");
          st[0].setScene(sc);
          st[0].show();
          if (name == CniSpec.Name.CALICO) ch.cni().preview().look();
        });
        Thread.sleep(1500);
        on(() -> {
          try {
            ImageIO.write(
                SwingFXUtils.fromFXImage(
                    ((javafx.scene.control.ScrollPane) page[0].node())
                        .getContent()
                        .snapshot(null, null),
                    null),
                "png",
                new File("/tmp/cnix/" + name + "-" + lang.getLanguage() + ".png"));
          } catch (Exception e) {
            throw new RuntimeException(e);
          }
          st[0].hide();
        });
      }
    System.exit(0);
  }
}
