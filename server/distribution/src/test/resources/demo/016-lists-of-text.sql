SELECT json_build_object(
    'contains', (SELECT json_agg(json_build_object('bookId', book_id, 'tags', tags) ORDER BY book_id) FROM (SELECT * FROM book WHERE 'war' = ANY (tags) AND 'été' = ANY (tags) ORDER BY book_id LIMIT 20) b),
    'containedBy', (SELECT json_agg(json_build_object('bookId', book_id, 'tags', tags) ORDER BY book_id) FROM book WHERE tags <> '{}' AND array_length(array_remove(array_remove(array_remove(tags, 'été'), '50%'), 'crime'), 1) IS NULL),
    'overlaps', (SELECT json_agg(json_build_object('name', name, 'interests', interests) ORDER BY customer_id) FROM (SELECT * FROM customer WHERE '"q"' = ANY (interests) OR 'a,b' = ANY (interests) ORDER BY customer_id LIMIT 10) c),
    'containsNothing', (SELECT json_agg(json_build_object('bookId', book_id) ORDER BY book_id) FROM (SELECT * FROM book WHERE tags IS NOT NULL ORDER BY book_id LIMIT 5) b),
    'overlapsNothing', '[]'::json);
