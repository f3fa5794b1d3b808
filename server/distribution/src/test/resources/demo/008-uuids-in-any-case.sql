SELECT json_build_object(
    'lower', (SELECT json_build_object('customerId', customer_id, 'name', name) FROM customer WHERE customer_id = 'd5c361c5-19a1-4cc3-8471-df34cf6b4ac3'),
    'upper', json_build_array(json_build_object('customerId', 'd5c361c5-19a1-4cc3-8471-df34cf6b4ac3')),
    'in', (SELECT json_agg(json_build_object('authorId', author_id, 'publicId', public_id) ORDER BY author_id) FROM author WHERE author_id IN (1, 3)),
    'range', (SELECT coalesce(json_agg(json_build_object('customerId', customer_id) ORDER BY customer_id), '[]') FROM customer WHERE left(customer_id::text, 3) < '005'),
    'extreme', (SELECT json_agg(json_build_object('specimenId', specimen_id, 'aUuid', a_uuid) ORDER BY specimen_id) FROM specimen WHERE specimen_id IN (2, 3)),
    'ordered', (SELECT json_agg(json_build_object('customerId', customer_id) ORDER BY customer_id DESC) FROM (SELECT customer_id FROM customer ORDER BY customer_id DESC LIMIT 4) c));
