SELECT json_build_object(
    'none', '[]'::json,
    'notNull', (SELECT json_agg(json_build_object('customerId', customer_id, 'fax', fax) ORDER BY customer_id) FROM customer WHERE fax IS NOT NULL),
    'every', (SELECT json_agg(json_build_object('genreId', genre_id) ORDER BY genre_id) FROM genre));
