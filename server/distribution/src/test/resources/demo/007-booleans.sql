SELECT json_build_object(
    'eq', (SELECT json_agg(json_build_object('name', name, 'active', active) ORDER BY customer_id) FROM (SELECT * FROM customer WHERE NOT active ORDER BY customer_id LIMIT 10) c),
    'neq', (SELECT json_agg(json_build_object('active', active)) FROM (SELECT * FROM customer WHERE NOT active ORDER BY customer_id LIMIT 10) c),
    'in', (SELECT json_agg(json_build_object('orderId', order_id::text, 'gift', gift) ORDER BY order_id) FROM (SELECT * FROM "order" WHERE gift ORDER BY order_id LIMIT 5) o),
    'none', '[]'::json,
    'isNull', (SELECT json_agg(json_build_object('active', active, 'email', email) ORDER BY customer_id) FROM (SELECT * FROM customer WHERE active IS NULL ORDER BY customer_id LIMIT 3) c),
    'ordered', (SELECT json_agg(json_build_object('active', active, 'email', email) ORDER BY email COLLATE "C") FROM (SELECT * FROM customer WHERE active ORDER BY email COLLATE "C" LIMIT 3) c));
