SELECT json_build_object(
    'lowerCase', '[]'::json,
    'exactCase', (SELECT json_agg(json_build_object('artistId', artist_id)) FROM artist WHERE name = 'AC/DC'),
    'noAccent', '[]'::json,
    'accent', (SELECT json_agg(json_build_object('customerId', customer_id) ORDER BY customer_id) FROM customer WHERE city = 'Montréal'),
    'trailingSpace', '[]'::json);
