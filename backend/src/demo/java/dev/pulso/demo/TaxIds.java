package dev.pulso.demo;

/**
 * Tax ids with right check digits (Receita Federal: weights 2 to 9 from the right for a CNPJ, alphanumeric included, 2 upwards
 * for a CPF; modulo 11). CNPJs are taken from 90 million up, which are given to nobody.
 */
final class TaxIds {
    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int CPF_WEIGHTS = 12;
    private static final int CNPJ_WEIGHTS = 9;

    private TaxIds() {}

    static String cpf(Chance chance) {
        return checked(checked("%09d".formatted(chance.between(100_000_000, 999_999_998)), CPF_WEIGHTS), CPF_WEIGHTS);
    }

    /** One in twelve is of the alphanumeric kind. */
    static String cnpj(Chance chance) {
        StringBuilder root = new StringBuilder("9");
        for (int i = 1; i < 8; i++) {
            root.append(chance.between(0, 9));
        }
        if (chance.between(1, 12) == 1) {
            for (int i = 2; i < 8; i++) {
                root.setCharAt(i, CHARACTERS.charAt(chance.between(0, CHARACTERS.length() - 1)));
            }
        }
        return checked(checked(root + "0001", CNPJ_WEIGHTS), CNPJ_WEIGHTS);
    }

    private static String checked(String body, int highestWeight) {
        int sum = 0;
        int weight = 2;
        for (int i = body.length() - 1; i >= 0; i--) {
            sum += (body.charAt(i) - '0') * weight;
            weight = weight == highestWeight ? 2 : weight + 1;
        }
        int rest = sum % 11;
        return body + (rest < 2 ? 0 : 11 - rest);
    }
}
