SELECT json_build_object(
    'every', (SELECT json_agg(json_build_object('orderId', o.order_id::text) ORDER BY o.order_id) FROM "order" o WHERE o.total > 250 AND (SELECT bool_and(coalesce(l.discount >= 0.4, false)) FROM order_line l WHERE l.order_id = o.order_id) IS NOT FALSE),
    'nullsFailEvery', (SELECT json_agg(json_build_object('email', email) ORDER BY customer_id) FROM (SELECT c.customer_id, c.email FROM customer c JOIN review r ON r.customer_id = c.customer_id GROUP BY c.customer_id
        HAVING bool_and(coalesce(r.body <> 'Not for me', false)) AND min(r.stars) = 1 ORDER BY c.customer_id LIMIT 10) x),
    'none', (SELECT json_agg(json_build_object('bookId', book_id) ORDER BY book_id) FROM (SELECT book_id FROM review GROUP BY book_id HAVING min(stars) = 5 ORDER BY book_id LIMIT 10) x),
    'noLines', (SELECT json_agg(json_build_object('orderId', order_id::text) ORDER BY order_id) FROM (SELECT order_id FROM "order" EXCEPT SELECT order_id FROM order_line ORDER BY order_id LIMIT 4) x));
