SELECT json_build_object(
    'orderSummaries', (SELECT json_agg(json_build_object('orderId', o.order_id::text, 'buyer', json_build_object('name', c.name, 'orders', (SELECT json_agg(json_build_object('orderId', x.order_id::text) ORDER BY x.order_id) FROM "order" x WHERE x.customer_id = c.customer_id)),
        'order', json_build_object('orderLines', (SELECT coalesce(json_agg(json_build_object('bookId', l.book_id) ORDER BY l.line_number), '[]') FROM order_line l WHERE l.order_id = o.order_id))) ORDER BY o.order_id)
        FROM (SELECT * FROM "order" ORDER BY order_id LIMIT 4) o JOIN customer c ON c.customer_id = o.customer_id),
    'authorProfiles', (SELECT json_agg(json_build_object('name', a.name,
        'home', (SELECT json_build_object('code', k.code, 'publishers', (SELECT coalesce(json_agg(json_build_object('name', p.name)), '[]') FROM (SELECT name FROM publisher WHERE country_id = k.code ORDER BY publisher_id LIMIT 1) p)) FROM country k WHERE k.code = a.country_id),
        'author', json_build_object('mentor', (SELECT json_build_object('name', m.name) FROM author m WHERE m.author_id = a.mentor_id))) ORDER BY a.author_id) FROM author a WHERE a.author_id <= 4));
