package dev.pulso.kernel;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every rule that a field can break. Made by openapi/tools from openapi/problems.yaml. */
public enum ViolationCode {
    REQUIRED("required"),
    TYPE("type"),
    ENUM("enum"),
    FORMAT("format"),
    PATTERN("pattern"),
    EMAIL("email"),
    ONE_LINE("one_line"),
    WEBSITE("website"),
    SIZE("size"),
    MIN("min"),
    MAX("max"),
    RANGE("range"),
    DECIMALS("decimals"),
    VALUE("value"),
    CHECK("check"),
    UNKNOWN_FIELD("unknown_field"),
    UNKNOWN_PARAMETER("unknown_parameter"),
    NOT_TAKEN("not_taken"),
    REPEATED_PARAMETER("repeated_parameter"),
    NOT_FOUND("not_found"),
    DUPLICATE("duplicate"),
    CURSOR("cursor"),
    UPDATED_SINCE("updated_since"),
    TOO_EARLY("too_early"),
    PAST("past"),
    FUTURE("future"),
    ORDER("order"),
    SAME("same"),
    AMBIGUOUS("ambiguous"),
    MALFORMED("malformed"),
    EMAIL_INVALID("email_invalid"),
    EMAIL_TOO_LONG("email_too_long"),
    EMAIL_WITHOUT_AT("email_without_at"),
    PHONE_CHARACTERS("phone_characters"),
    PHONE_LENGTH("phone_length"),
    PHONE_UNKNOWN_NUMBER("phone_unknown_number"),
    PHONE_WITHOUT_AREA("phone_without_area"),
    TAX_ID_CHARACTERS("tax_id_characters"),
    TAX_ID_CHECK_DIGITS("tax_id_check_digits"),
    TAX_ID_LENGTH("tax_id_length"),
    TAX_ID_OF_COMPANY("tax_id_of_company"),
    TAX_ID_OF_PERSON("tax_id_of_person"),
    PIX_KEY_INVALID("pix_key_invalid"),
    PIX_KEY_EMAIL_TOO_LONG("pix_key_email_too_long"),
    COMMON_PASSWORD("common_password"),
    PASSWORD_IS_EMAIL("password_is_email"),
    WRONG_PASSWORD("wrong_password"),
    WRONG_CODE("wrong_code"),
    LINK_EXPIRED("link_expired"),
    TIME_ZONE("time_zone"),
    ORIGIN("origin"),
    FILE_EMPTY("file_empty"),
    PROGRAM("program"),
    INFECTED("infected"),
    PICTURE_TYPE("picture_type"),
    PICTURE_PIXELS("picture_pixels"),
    NO_OPEN_DAY("no_open_day"),
    OVERLAP("overlap"),
    OUT_OF_REACH("out_of_reach"),
    NOT_OVERRIDABLE("not_overridable"),
    RESERVED("reserved"),
    NO_TEAM("no_team"),
    COMPANY("company"),
    PIPELINE("pipeline"),
    OPEN("open"),
    STAGE_CLOSED("stage_closed"),
    STAGE_IN_USE("stage_in_use"),
    STAGES("stages"),
    DEFAULT("default"),
    OPEN_STAGE("open_stage"),
    WON_STAGE("won_stage"),
    LOST_STAGE("lost_stage"),
    STAGE_ID("stage_id"),
    INACTIVE("inactive"),
    NO_LINES("no_lines"),
    HAS_LINES("has_lines"),
    TOO_MANY("too_many"),
    CURRENCY("currency"),
    CONTRACT_STATUS("contract_status"),
    CONTRACT_OF_CUSTOMER("contract_of_customer"),
    AFTER_AGREED_END("after_agreed_end"),
    BEFORE_START("before_start"),
    END_OF_CANCELLED("end_of_cancelled"),
    SERVICE_TYPE("service_type"),
    ITEMS_TOTAL("items_total"),
    OVER_PAYMENT("over_payment"),
    REFERENCE_USED("reference_used"),
    INVITED_ALREADY("invited_already"),
    AMOUNT_AMBIGUOUS("amount_ambiguous"),
    AMOUNT_CURRENCY("amount_currency"),
    AMOUNT_FRACTION_OF_CENT("amount_fraction_of_cent"),
    AMOUNT_NEGATIVE("amount_negative"),
    AMOUNT_NOT_A_NUMBER("amount_not_a_number"),
    AMOUNT_SEPARATORS("amount_separators"),
    AMOUNT_TOO_LARGE("amount_too_large"),
    DATE_AMBIGUOUS("date_ambiguous"),
    DATE_DAY_FIRST("date_day_first"),
    DATE_DOES_NOT_EXIST("date_does_not_exist"),
    DATE_MONTH_FIRST("date_month_first"),
    DATE_NOT_A_DATE("date_not_a_date"),
    DATE_OUT_OF_RANGE("date_out_of_range"),
    NOT_AN_INTEGER("not_an_integer"),
    NOT_STORED("not_stored"),
    OTHER_CURRENCY("other_currency"),
    OUT_OF_RANGE("out_of_range"),
    TOO_LONG("too_long"),
    UNKNOWN_VALUE("unknown_value"),
    UNKNOWN_COLUMN("unknown_column"),
    END_BEFORE_START("end_before_start"),
    OTHER_PIPELINE("other_pipeline"),
    CSV_EMPTY("csv_empty"),
    CSV_ENCODING("csv_encoding"),
    CSV_FIELD_TOO_LONG("csv_field_too_long"),
    CSV_HEADER_BLANK("csv_header_blank"),
    CSV_HEADER_TOO_LONG("csv_header_too_long"),
    CSV_IS_SPREADSHEET("csv_is_spreadsheet"),
    CSV_MIXED_ENCODING("csv_mixed_encoding"),
    CSV_NO_ROWS("csv_no_rows"),
    CSV_NOT_TEXT("csv_not_text"),
    CSV_ROW_TOO_LONG("csv_row_too_long"),
    CSV_ROW_TOO_SHORT("csv_row_too_short"),
    CSV_TOO_LARGE("csv_too_large"),
    CSV_TOO_MANY_COLUMNS("csv_too_many_columns"),
    CSV_UNCLOSED_QUOTE("csv_unclosed_quote"),
    CSV_UNKNOWN_ENCODING("csv_unknown_encoding");

    private static final Map<String, ViolationCode> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ViolationCode::code, Function.identity()));

    private final String code;

    ViolationCode(String code) {
        this.code = code;
    }

    /** The stable name. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when the registry has no such name */
    public static ViolationCode of(String code) {
        ViolationCode known = BY_CODE.get(code);
        if (known == null) {
            throw new IllegalArgumentException(code + " is not in openapi/problems.yaml");
        }
        return known;
    }
}
