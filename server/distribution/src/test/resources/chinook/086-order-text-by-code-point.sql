SELECT json_build_object(
    'artists', (SELECT json_agg(json_build_object('name', name) ORDER BY name COLLATE "C", artist_id) FROM (SELECT * FROM artist ORDER BY name COLLATE "C", artist_id OFFSET 240) a),
    'cities', (SELECT json_agg(json_build_object('city', city, 'customerId', customer_id) ORDER BY city COLLATE "C" DESC, customer_id) FROM (SELECT * FROM customer ORDER BY city COLLATE "C" DESC, customer_id LIMIT 12) c));
