package dev.pulso.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes up people and companies from lists of names; no two are called the same. */
final class Cast {
    private record City(String name, String areaCode, int weight) {}

    /** @param names what such companies are called: %w stands for a word, %s for a surname */
    private record Segment(String industry, int weight, List<String> names) {}

    private final List<String> givenNames = lines("given-names.txt");
    private final List<String> surnames = lines("surnames.txt");
    private final List<String> words = lines("company-words.txt");
    private final List<City> cities = lines("cities.txt").stream()
            .map(line -> line.split("\\|"))
            .map(part -> new City(part[0], part[1], Integer.parseInt(part[2])))
            .toList();
    private final List<Segment> segments = lines("segments.txt").stream()
            .map(line -> line.split("\\|"))
            .map(part -> new Segment(part[0], Integer.parseInt(part[1]), Arrays.asList(part[2].split(";"))))
            .toList();

    private final Set<String> taken = new HashSet<>();
    private final Chance chance = new Chance("cast");

    static List<Party> of(int count) {
        Cast cast = new Cast();
        List<Party> parties = new ArrayList<>(count);
        for (int no = 0; no < count; no++) {
            parties.add(cast.party(no));
        }
        return List.copyOf(parties);
    }

    private Party party(int no) {
        boolean company = !chance.percent(14);
        City city = chance.weighted(cities, City::weight);
        Segment segment = chance.weighted(segments, Segment::weight);
        String person = person();
        String name = company ? companyName(segment, city) : person;
        String taxId = company ? TaxIds.cnpj(chance) : TaxIds.cpf(chance);
        return new Party(
                no,
                company,
                name,
                taxId,
                person,
                phone(city),
                city.name(),
                company ? segment.industry() : "Pessoa física",
                company ? Party.slug(name).replace("-", "") + ".example" : "correio.example");
    }

    private String person() {
        return free(() -> chance.pick(givenNames) + " " + chance.pick(surnames)
                + (chance.percent(25) ? " " + chance.pick(surnames) : ""));
    }

    private String companyName(Segment segment, City city) {
        String name = companyName(segment);
        for (int tries = 0; tries < 20 && taken.contains(name); tries++) {
            name = companyName(segment);
        }
        String first = name;
        return free(() -> taken.contains(first) ? companyName(segment) + " " + city.name() : first);
    }

    private String companyName(Segment segment) {
        return chance.pick(segment.names()).replace("%w", chance.pick(words)).replace("%s", chance.pick(surnames));
    }

    private String free(java.util.function.Supplier<String> names) {
        String name = names.get();
        while (!taken.add(name)) {
            name = names.get();
        }
        return name;
    }

    /** Mobile numbers that begin with 90 are given to nobody in Brazil: a demo must not ring at a stranger's. */
    private String phone(City city) {
        return "+55" + city.areaCode() + (900_000_000 + chance.between(0, 9_999_999));
    }

    static List<String> lines(String file) {
        try (InputStream in = Cast.class.getResourceAsStream("/demo/" + file)) {
            if (in == null) {
                throw new IllegalStateException("demo/" + file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
