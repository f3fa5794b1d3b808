SELECT json_build_object('customers', json_agg(json_build_object('name', c.name,
    'addresses', (SELECT coalesce(json_agg(json_build_object('addressId', address_id, 'city', city) ORDER BY address_id), '[]') FROM address WHERE customer_id = c.customer_id),
    'orders', (SELECT coalesce(json_agg(json_build_object('orderId', o.order_id::text, 'orderLines', (SELECT coalesce(json_agg(json_build_object('lineNumber', line_number, 'quantity', quantity) ORDER BY line_number), '[]') FROM order_line WHERE order_id = o.order_id)) ORDER BY o.order_id), '[]') FROM "order" o WHERE o.customer_id = c.customer_id),
    'reviews', (SELECT coalesce(json_agg(json_build_object('reviewId', review_id, 'stars', stars) ORDER BY review_id), '[]') FROM review WHERE customer_id = c.customer_id)) ORDER BY c.customer_id))
FROM (SELECT * FROM customer ORDER BY customer_id LIMIT 8) c;
