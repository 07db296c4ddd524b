package dev.pulso.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pulso.kernel.Change;
import dev.pulso.store.data.ExternalChanges;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatchPlanTest {
    public enum ApiKind {
        PERSON
    }

    enum Kind {
        person
    }

    /** As the generator makes them. */
    public static class Body {
        public @Nullable String getTaxId() {
            return "7";
        }

        public @Nullable ApiKind getKind() {
            return ApiKind.PERSON;
        }

        public @Nullable String getNotes() {
            return null;
        }
    }

    @RegisterForReflection
    record Changes(Change<String> taxId, Change<Kind> kind, Change<String> notes) {}

    @RegisterForReflection
    record Forgetful(Change<String> taxId, Change<Kind> kind) {}

    @RegisterForReflection
    record Inventive(Change<String> taxId, Change<Kind> kind, Change<String> notes, Change<String> website) {}

    @Test
    void what_the_body_names_is_changed_and_the_rest_is_left() {
        PatchBody patch = new PatchBody();
        patch.record(Set.of("tax_id", "kind"), new byte[0]);
        assertThat(patch.into(Changes.class, new Body()))
                .isEqualTo(new Changes(Change.to("7"), Change.to(Kind.person), Change.none()));
        patch.record(Set.of("notes"), new byte[0]);
        assertThat(patch.into(Changes.class, new Body()))
                .isEqualTo(new Changes(Change.none(), Change.none(), Change.to(null)));
    }

    /** Of a record that other systems know. */
    public static class KnownBody {
        public @Nullable String getExternalSource() {
            return null;
        }

        public @Nullable String getExternalId() {
            return "k-7";
        }

        public Map<String, String> getMetadata() {
            return Map.of("a", "b");
        }
    }

    @RegisterForReflection
    record Known(ExternalChanges external) {}

    @Test
    void what_other_systems_keep_is_one_component() {
        PatchBody patch = new PatchBody();
        patch.record(Set.of("external_id"), new byte[0]);
        assertThat(patch.into(Known.class, new KnownBody()))
                .isEqualTo(new Known(new ExternalChanges(Change.none(), Change.to("k-7"), Change.none())));
    }

    @Test
    void a_field_that_one_side_forgets_is_an_error_whatever_the_body_holds() {
        PatchBody patch = new PatchBody();
        assertThatThrownBy(() -> patch.into(Forgetful.class, new Body())).hasMessageContaining("getNotes");
        assertThatThrownBy(() -> patch.into(Inventive.class, new Body())).hasMessageContaining("website");
    }
}
