SELECT json_build_object(
    'artists', (SELECT json_agg(json_build_object('artistId', artist_id, 'name', name) ORDER BY artist_id) FROM artist WHERE artist_id IN (1, 50, 90, 100000)),
    'customers', (SELECT json_agg(json_build_object('customerId', customer_id, 'country', country) ORDER BY customer_id) FROM customer WHERE country IN ('Brazil', 'Austria')));
