package dev.pulso.kernel.csv;

import dev.pulso.kernel.AmountParser;
import dev.pulso.kernel.DateParser;
import dev.pulso.kernel.DecimalStyle;
import dev.pulso.kernel.Email;
import dev.pulso.kernel.Money;
import dev.pulso.kernel.PhoneNumber;
import dev.pulso.kernel.TaxId;
import dev.pulso.kernel.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Collects the values of one column and says what they have in common. */
final class ColumnGuess {

    /** Values that are tried against every type; the decimal style and the count look at all of them. */
    private static final int TRIED = 2_000;

    private static final int SAMPLES = 5;
    private static final int LONGEST_SAMPLE = 200;
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,18}");
    private static final AmountParser COMMA = new AmountParser(DecimalStyle.COMMA, Money.BRL);
    private static final AmountParser POINT = new AmountParser(DecimalStyle.POINT, Money.BRL);

    /** From the narrowest to the widest: a CPF is an integer too. */
    private static final List<CsvColumn.Type> BY_PREFERENCE = List.of(
            CsvColumn.Type.EMAIL,
            CsvColumn.Type.DATE,
            CsvColumn.Type.TAX_ID,
            CsvColumn.Type.PHONE,
            CsvColumn.Type.INTEGER,
            CsvColumn.Type.AMOUNT);

    private final int index;
    private final String name;
    private final Map<CsvColumn.Type, Integer> fitting = new EnumMap<>(CsvColumn.Type.class);
    private final DecimalStyle.Votes votes = new DecimalStyle.Votes();
    private final List<String> samples = new ArrayList<>();
    private long filled;

    ColumnGuess(int index, String name) {
        this.index = index;
        this.name = name;
    }

    void add(String field) {
        String value = Texts.trim(field);
        if (value.isEmpty()) {
            return;
        }
        filled++;
        votes.add(value);
        if (filled <= TRIED) {
            for (CsvColumn.Type type : BY_PREFERENCE) {
                if (fits(type, value)) {
                    fitting.merge(type, 1, Integer::sum);
                }
            }
        }
        if (samples.size() < SAMPLES) {
            String sample = Texts.shortened(value, LONGEST_SAMPLE);
            if (!samples.contains(sample)) {
                samples.add(sample);
            }
        }
    }

    CsvColumn column() {
        return new CsvColumn(index, name, type(), votes.style(), votes.isGuess(), filled, List.copyOf(samples));
    }

    private CsvColumn.Type type() {
        if (filled == 0) {
            return CsvColumn.Type.EMPTY;
        }
        long tried = Math.min(filled, TRIED);
        for (CsvColumn.Type type : BY_PREFERENCE) {
            // A few decimals among many whole numbers still make amounts.
            boolean decimals = type == CsvColumn.Type.INTEGER && count(CsvColumn.Type.AMOUNT) > count(type);
            if (!decimals && count(type) * 100L >= tried * 95) {
                return type;
            }
        }
        return CsvColumn.Type.TEXT;
    }

    private int count(CsvColumn.Type type) {
        return fitting.getOrDefault(type, 0);
    }

    private static boolean fits(CsvColumn.Type type, String value) {
        return switch (type) {
            case EMAIL -> Email.parse(value).isValue();
            case DATE -> DateParser.parse(value).isValue();
            case TAX_ID -> TaxId.parse(value).isValue();
            case PHONE -> PhoneNumber.parse(value).isValue();
            case INTEGER -> INTEGER.matcher(value).matches();
            case AMOUNT -> COMMA.parse(value).isValue() || POINT.parse(value).isValue();
            case EMPTY, TEXT -> false;
        };
    }
}
