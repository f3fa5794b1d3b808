SELECT json_build_object(
    'high', (SELECT json_agg(json_build_object('artistId', artist_id, 'name', name) ORDER BY artist_id) FROM artist WHERE name COLLATE "C" >= 'U'),
    'low', (SELECT json_agg(json_build_object('trackId', track_id, 'name', name) ORDER BY track_id) FROM track WHERE name COLLATE "C" < '0'),
    'between', (SELECT json_agg(json_build_object('customerId', customer_id, 'city', city) ORDER BY customer_id) FROM customer WHERE city COLLATE "C" > 'P' AND city COLLATE "C" <= 'R'));
