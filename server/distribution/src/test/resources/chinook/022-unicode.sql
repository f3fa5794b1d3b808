SELECT json_build_object(
    'eq', (SELECT json_agg(json_build_object('customerId', customer_id, 'firstName', first_name, 'city', city) ORDER BY customer_id) FROM customer WHERE city = 'São Paulo'),
    'starts', (SELECT json_agg(json_build_object('artistId', artist_id, 'name', name) ORDER BY artist_id) FROM artist WHERE left(name, 8) = 'Vinícius'),
    'contains', (SELECT json_agg(json_build_object('playlistId', playlist_id, 'name', name) ORDER BY playlist_id) FROM playlist WHERE strpos(name, '’') > 0),
    'inList', (SELECT json_agg(json_build_object('lastName', last_name) ORDER BY customer_id) FROM customer WHERE first_name IN ('Luís', 'François', 'Bjørn', 'František')));
