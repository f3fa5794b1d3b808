SELECT json_build_object(
    'byName', (SELECT json_agg(json_build_object('name', name, 'authorId', author_id) ORDER BY name COLLATE "C" DESC, author_id DESC) FROM (SELECT * FROM author ORDER BY name COLLATE "C" DESC, author_id DESC LIMIT 6) a),
    'byBirth', (SELECT json_agg(json_build_object('born', born, 'authorId', author_id) ORDER BY born, author_id) FROM (SELECT * FROM author WHERE born IS NOT NULL ORDER BY born, author_id LIMIT 4 OFFSET 2) a),
    'byTotal', (SELECT json_agg(json_build_object('total', total::text, 'orderId', order_id::text) ORDER BY total DESC, order_id) FROM (SELECT * FROM "order" ORDER BY total DESC, order_id LIMIT 5) o),
    'nullsFirst', (SELECT json_agg(json_build_object('gift', null, 'placedAt', to_char(placed_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) ORDER BY placed_at, order_id) FROM (SELECT * FROM "order" WHERE gift IS NULL ORDER BY placed_at, order_id LIMIT 4) o));
