package io.github.kubeadmwizard.wizard.step.runtime;

import io.github.kubeadmwizard.cluster.Mirror;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.choice.Pick;
import java.util.List;
import javafx.beans.property.ObjectProperty;

/** The choice of a place, with every mirror by its name between the official one and one's own. */
final class PlacePick {
  private PlacePick() {}

  static Pick<Place> of(
      Parts parts,
      Message name,
      List<Place> places,
      Message official,
      ObjectProperty<Place> chosen,
      String id) {
    return new Pick<>(parts, name, places, place -> title(place, official), chosen::set, id)
        .following(chosen, chosen::get);
  }

  private static Message title(Place place, Message official) {
    return switch (place) {
      case Place.Official _ -> official;
      case Place.Named(Mirror mirror) -> Message.of("choices.plain", mirror.name());
      case Place.Own _ -> Message.of("choices.runtime.packages.own");
    };
  }
}
