package dev.pulso.crm;

import static dev.pulso.crm.Sales.PIPELINES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PipelinesTest {
    private Sales sales;

    @BeforeEach
    void tenant() {
        sales = Sales.ofNewTenant();
    }

    static List<Map<String, Object>> threeStages() {
        return List.of(stage("Aberto", "open", 30), stage("Ganho", "won", 100), stage("Perdido", "lost", 0));
    }

    @Test
    void every_tenant_begins_with_a_pipeline_it_can_use() {
        JsonPath all = sales.tenant().get(PIPELINES);
        assertThat(all.getList("data")).hasSize(1);
        assertThat(all.getString("data[0].name")).isEqualTo("Vendas");
        assertThat(all.getBoolean("data[0].is_default")).isTrue();
        assertThat(all.getList("data[0].stages.name"))
                .isEqualTo(List.of("Novo", "Qualificado", "Proposta", "Negociação", "Fechamento", "Ganho", "Perdido"));
        assertThat(all.getList("data[0].stages.probability")).isEqualTo(List.of(10, 25, 50, 75, 90, 100, 0));
        assertThat(all.getList("data[0].stages.type"))
                .isEqualTo(List.of("open", "open", "open", "open", "open", "won", "lost"));
    }

    @Test
    void of_two_who_save_the_stages_at_once_the_second_is_told_that_they_have_changed() {
        for (int round = 0; round < 5; round++) {
            JsonPath pipeline = sales.read(PIPELINES, sales.pipeline());
            List<Map<String, Object>> turned = new ArrayList<>(pipeline.getList("stages"));
            // Each turns the order of the open stages in a way of its own: whoever writes first takes their places.
            Collections.rotate(turned.subList(0, 5), 1 + round);
            List<Map<String, Object>> other = new ArrayList<>(turned);
            Collections.reverse(other.subList(0, 5));
            int version = pipeline.getInt("version");
            List<Supplier<Integer>> saves = Stream.of(turned, other)
                    .<Supplier<Integer>>map(
                            stages -> () -> sales.patch(PIPELINES, sales.pipeline(), Map.of("stages", stages), version)
                                    .extract()
                                    .statusCode())
                    .toList();
            assertThat(Sales.atOnce(saves)).containsExactlyInAnyOrder(200, 412);
        }
    }

    @Test
    void a_pipeline_needs_an_open_a_won_and_a_lost_stage() {
        Map<String, List<Map<String, Object>>> incomplete = Map.of(
                "open", List.of(stage("Ganho", "won", 100), stage("Perdido", "lost", 0)),
                "won", List.of(stage("Aberto", "open", 10), stage("Perdido", "lost", 0)),
                "lost", List.of(stage("Aberto", "open", 10), stage("Ganho", "won", 100)));
        incomplete.forEach((missing, stages) -> sales.tenant()
                .post(PIPELINES, Map.of("name", "P", "stages", stages))
                .statusCode(400)
                .body("violations.message", hasItem(containsString("of type " + missing))));
        List<Map<String, Object>> twoWon = new ArrayList<>(threeStages());
        twoWon.add(stage("Ganho 2", "won", 100));
        sales.tenant().post(PIPELINES, Map.of("name", "P", "stages", twoWon)).statusCode(400);
    }

    @Test
    void two_stages_cannot_share_a_name_nor_two_pipelines() {
        List<Map<String, Object>> stages = new ArrayList<>(threeStages());
        stages.add(stage("aberto ", "open", 40));
        sales.tenant()
                .post(PIPELINES, Map.of("name", "P", "stages", stages))
                .statusCode(400)
                .body("violations.field", contains("stages[3].name"));
        sales.tenant()
                .post(PIPELINES, Map.of("name", "Vendas", "stages", threeStages()))
                .statusCode(409)
                .body("violations[0].field", equalTo("name"));
    }

    @Test
    void stages_are_edited_as_a_whole_list_those_with_an_id_stay() {
        List<Map<String, Object>> stages = stages();
        UUID deal = sales.aDeal("Site", "Proposta", 100);
        Map<String, Object> renamed = stages.remove(2);
        renamed.put("name", "Orçamento");
        renamed.put("probability", 60);
        stages.addFirst(renamed);
        stages.remove(1);
        stages.add(1, stage("Visita", "open", 20));
        JsonPath after = sales.patch(PIPELINES, sales.pipeline(), Map.of("stages", stages), 0)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .extract()
                .jsonPath();
        assertThat(after.getList("stages.name"))
                .isEqualTo(
                        List.of("Orçamento", "Visita", "Qualificado", "Negociação", "Fechamento", "Ganho", "Perdido"));
        assertThat(after.getUUID("stages[0].id")).isEqualTo(sales.stage("Proposta"));
        assertThat(after.getInt("stages[0].probability")).isEqualTo(60);
        assertThat(sales.deal(deal).getUUID("stage_id")).isEqualTo(sales.stage("Proposta"));
    }

    @Test
    void a_stage_keeps_its_probability_when_none_is_given_and_a_new_one_is_worth_what_its_type_says() {
        List<Map<String, Object>> stages = stages();
        stages.forEach(stage -> stage.remove("probability"));
        stages.addFirst(new HashMap<>(Map.of("name", "Visita", "type", "open")));
        sales.patch(PIPELINES, sales.pipeline(), Map.of("stages", stages), 0)
                .statusCode(200)
                .body("stages.probability", contains(0, 10, 25, 50, 75, 90, 100, 0));
    }

    @Test
    void a_stage_with_deals_can_neither_go_nor_change_what_it_means() {
        sales.aDeal("Site", "Proposta", 100);
        List<Map<String, Object>> without = stages();
        without.remove(2);
        sales.patch(PIPELINES, sales.pipeline(), Map.of("stages", without), 0)
                .statusCode(409)
                .body("detail", containsString("Proposta"))
                .body("violations[0].field", equalTo("stages"));
        List<Map<String, Object>> turned = stages();
        turned.get(2).put("type", "won");
        turned.get(5).put("type", "open");
        sales.patch(PIPELINES, sales.pipeline(), Map.of("stages", turned), 0).statusCode(409);
        assertThat(stages()).hasSize(7);
    }

    @Test
    void an_empty_stage_may_change_what_it_means() {
        List<Map<String, Object>> turned = stages();
        turned.get(2).put("type", "won");
        turned.get(5).put("type", "open");
        sales.patch(PIPELINES, sales.pipeline(), Map.of("stages", turned), 0)
                .statusCode(200)
                .body("stages.type", contains("open", "open", "won", "open", "open", "open", "lost"));
    }

    @Test
    void the_list_of_stages_is_checked_as_in_a_new_pipeline() {
        List<Map<String, Object>> unknown = stages();
        unknown.get(0).put("id", UUID.randomUUID().toString());
        sales.patch(PIPELINES, sales.pipeline(), Map.of("stages", unknown), 0)
                .statusCode(400)
                .body("violations.field", contains("stages[0].id"));
        List<Map<String, Object>> twice = stages();
        twice.get(1).put("id", twice.get(0).get("id"));
        sales.patch(PIPELINES, sales.pipeline(), Map.of("stages", twice), 0)
                .statusCode(400)
                .body("violations.field", contains("stages[1].id"));
        sales.tenant()
                .unchecked()
                .header("If-Match", "\"" + 0 + "\"")
                .body(Map.of("stages", Collections.singletonList(null)))
                .patch(PIPELINES + "/{id}", sales.pipeline())
                .then()
                .statusCode(400);
        sales.tenant()
                .unchecked()
                .header("If-Match", "\"" + 0 + "\"")
                .body(Map.of("stages", List.of()))
                .patch(PIPELINES + "/{id}", sales.pipeline())
                .then()
                .statusCode(400);
    }

    @Test
    void a_stage_of_another_pipeline_is_no_stage_of_this_one() {
        UUID other = sales.tenant().create(PIPELINES, Map.of("name", "Outro", "stages", threeStages()));
        List<Map<String, Object>> mixed = stages();
        mixed.get(0).put("id", sales.read(PIPELINES, other).getString("stages[0].id"));
        sales.patch(PIPELINES, sales.pipeline(), Map.of("stages", mixed), 0).statusCode(400);
    }

    @Test
    void one_pipeline_is_the_default_and_another_can_take_its_place() {
        UUID other =
                sales.tenant().create(PIPELINES, Map.of("name", "Outro", "is_default", true, "stages", threeStages()));
        assertThat(sales.read(PIPELINES, sales.pipeline()).getBoolean("is_default"))
                .isFalse();
        assertThat(sales.deal(sales.tenant().create(Sales.DEALS, Map.of("title", "Site")))
                        .getUUID("pipeline_id"))
                .isEqualTo(other);
        sales.patch(PIPELINES, sales.pipeline(), Map.of("is_default", true), 1).statusCode(200);
        assertThat(sales.read(PIPELINES, other).getBoolean("is_default")).isFalse();
        sales.patch(PIPELINES, sales.pipeline(), Map.of("is_default", false), 2)
                .statusCode(400)
                .body("violations[0].field", equalTo("is_default"));
    }

    @Test
    void an_edit_of_a_pipeline_needs_its_version_also_when_only_stages_changed() {
        sales.tenant()
                .api()
                .body(Map.of("name", "Funil"))
                .patch(PIPELINES + "/{id}", sales.pipeline())
                .then()
                .statusCode(428);
        List<Map<String, Object>> stages = stages();
        stages.get(0).put("probability", 11);
        sales.patch(PIPELINES, sales.pipeline(), Map.of("stages", stages), 0).statusCode(200);
        sales.patch(PIPELINES, sales.pipeline(), Map.of("name", "Funil"), 0).statusCode(412);
        sales.patch(PIPELINES, sales.pipeline(), Map.of("name", "Funil"), 1)
                .statusCode(200)
                .body("name", equalTo("Funil"));
    }

    private List<Map<String, Object>> stages() {
        List<Map<String, Object>> stages = new ArrayList<>();
        List<Map<String, Object>> present =
                sales.read(PIPELINES, sales.pipeline()).getList("stages");
        present.forEach(stage -> stages.add(new HashMap<>(stage)));
        return stages;
    }

    private static Map<String, Object> stage(String name, String type, int probability) {
        return new HashMap<>(Map.of("name", name, "type", type, "probability", probability));
    }
}
