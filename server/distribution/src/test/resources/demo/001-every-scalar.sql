SELECT json_build_object('specimens', json_agg(json_build_object(
    'specimenId', specimen_id,
    'anInt', an_int,
    'aBigint', a_bigint::text,
    'aFloat', a_float,
    'aDecimal', a_decimal::text,
    'aBigDecimal', a_big_decimal::text,
    'aText', a_text,
    'aBoolean', a_boolean,
    'aUuid', a_uuid,
    'aDatetime', replace(to_char(a_datetime AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '.000000', '') || 'Z',
    'aLocalDatetime', replace(to_char(a_local_datetime, 'YYYY-MM-DD"T"HH24:MI:SS.US'), '.000000', ''),
    'aDate', to_char(a_date, 'YYYY-MM-DD'),
    'aTime', replace(to_char(a_time, 'HH24:MI:SS.US'), '.000000', ''),
    'aDuration', a_duration::text,
    'aJson', a_json,
    'someBytes', encode(some_bytes, 'base64'),
    'aFormat', a_format,
    'someTexts', some_texts,
    'someInts', some_ints,
    'someFormats', some_formats) ORDER BY specimen_id))
FROM specimen
WHERE specimen_id <= 12;
