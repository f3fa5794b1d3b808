SELECT json_build_object(
    'contains', (SELECT json_agg(json_build_object('email', email, 'preferences', preferences) ORDER BY customer_id) FROM (SELECT * FROM customer WHERE preferences ->> 'theme' = 'dark' AND preferences ->> 'newsletter' = 'true' ORDER BY customer_id LIMIT 8) c),
    'nested', (SELECT json_agg(json_build_object('bookId', book_id) ORDER BY book_id) FROM book WHERE attributes #>> '{awards,0}' = 'Booker' AND attributes #>> '{dimensions,width}' = '120'),
    'containedBy', (SELECT json_agg(json_build_object('specimenId', specimen_id, 'aJson', a_json) ORDER BY specimen_id) FROM specimen WHERE a_json = '{}' OR (a_json ->> 'n' = '2' AND a_json ->> 'kind' = 'EBOOK')),
    'hasKey', (SELECT json_agg(json_build_object('bookId', book_id) ORDER BY book_id) FROM (SELECT * FROM book WHERE attributes -> 'signed' IS NOT NULL ORDER BY book_id LIMIT 6) b),
    'strangeKey', json_build_array(json_build_object('specimenId', 5)),
    'keyOfNull', json_build_array(json_build_object('specimenId', 5)),
    'length', json_build_array(json_build_object('specimenId', 6)),
    'isNull', (SELECT json_agg(json_build_object('bookId', book_id, 'attributes', null) ORDER BY book_id) FROM (SELECT * FROM book WHERE attributes IS NULL ORDER BY book_id LIMIT 4) b));
