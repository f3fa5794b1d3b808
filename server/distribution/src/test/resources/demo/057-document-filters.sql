SELECT json_build_object(
    'text', (SELECT json_agg(json_build_object('authorId', author_id, 'name', name) ORDER BY author_id) FROM author WHERE left(name, 5) = 'Zoë W'),
    'date', (SELECT json_agg(json_build_object('authorId', author_id) ORDER BY author_id) FROM author WHERE born < date '1802-01-01' AND died IS NOT NULL),
    'uuid', json_build_array(json_build_object('authorId', 1)),
    'absent', (SELECT json_agg(json_build_object('authorId', author_id, 'email', null) ORDER BY author_id) FROM (SELECT * FROM author WHERE email IS NULL ORDER BY author_id LIMIT 4) a),
    'list', (SELECT json_agg(json_build_object('authorId', author_id, 'aliases', aliases) ORDER BY author_id) FROM (SELECT * FROM author WHERE 'Kafka' = ANY (aliases) AND 'Lem' = ANY (aliases) ORDER BY author_id LIMIT 4) a),
    'object', (SELECT json_agg(json_build_object('authorId', author_id, 'country', json_build_object('code', country_id)) ORDER BY author_id) FROM (SELECT * FROM author WHERE country_id = 'IS' ORDER BY author_id LIMIT 4) a),
    'number', (SELECT json_agg(json_build_object('orderId', order_id::text, 'total', total::text, 'status', status) ORDER BY order_id) FROM "order" WHERE total > 298.5 AND status IN ('PAID', 'NEW')),
    'instant', (SELECT json_agg(json_build_object('placedAt', to_char(placed_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) ORDER BY order_id) FROM "order" WHERE placed_at::date = date '2023-05-01'));
