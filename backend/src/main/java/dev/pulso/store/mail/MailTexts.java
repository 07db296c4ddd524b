package dev.pulso.store.mail;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** Makes the texts of a mail from its templates. */
@ApplicationScoped
class MailTexts {
    record Texts(String subject, String text, String html) {}

    private final Engine engine;

    MailTexts(Engine engine) {
        this.engine = engine;
    }

    Texts render(String name, String locale, Map<String, String> given) {
        Map<String, Object> values = new HashMap<>(given);
        values.put("locale", locale);
        String text = template(name, locale, "txt").render(values);
        int end = text.indexOf('\n');
        // A line break in a name must not become a header.
        String subject = text.substring(0, end).replaceAll("\\p{Cntrl}", " ").strip();
        return new Texts(
                subject,
                text.substring(end + 1).strip() + "\n",
                template(name, locale, "html").render(values));
    }

    private Template template(String name, String locale, String kind) {
        String id = "mail/" + name + "/" + locale + "." + kind;
        Template template = engine.getTemplate(id);
        if (template == null) {
            throw new IllegalArgumentException("there is no template " + id);
        }
        return template;
    }
}
