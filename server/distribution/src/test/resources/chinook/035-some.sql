SELECT json_build_object(
    'artists', (SELECT json_agg(json_build_object('artistId', artist_id, 'name', name) ORDER BY artist_id) FROM artist WHERE artist_id IN (SELECT artist_id FROM album WHERE strpos(lower(title), 'live') > 0)),
    'customers', (SELECT json_agg(json_build_object('customerId', customer_id) ORDER BY customer_id) FROM customer WHERE customer_id IN (SELECT customer_id FROM invoice WHERE total > 20)));
