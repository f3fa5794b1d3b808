SELECT json_build_object(
    'extreme', (SELECT json_agg(json_build_object('specimenId', specimen_id, 'aBigDecimal', a_big_decimal::text)) FROM specimen WHERE a_big_decimal = 9999999999999999999999999999.9999999999),
    'smallest', json_build_array(json_build_object('aBigDecimal', '0.0000000001')),
    'ordered', (SELECT json_agg(json_build_object('specimenId', specimen_id, 'aBigDecimal', a_big_decimal::text) ORDER BY a_big_decimal DESC) FROM (SELECT * FROM specimen WHERE a_big_decimal IS NOT NULL ORDER BY a_big_decimal DESC, specimen_id LIMIT 8) s),
    'ascending', (SELECT json_agg(json_build_object('aBigDecimal', a_big_decimal::text) ORDER BY a_big_decimal, specimen_id) FROM (SELECT * FROM specimen WHERE a_big_decimal IS NOT NULL ORDER BY a_big_decimal, specimen_id LIMIT 8) s),
    'above', (SELECT coalesce(json_agg(json_build_object('bookId', book_id, 'exactCost', exact_cost::text) ORDER BY book_id), '[]') FROM book WHERE exact_cost >= 12345678901234567989.5));
