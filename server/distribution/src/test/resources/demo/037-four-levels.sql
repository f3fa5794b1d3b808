SELECT json_build_object('publishers', json_agg(json_build_object('name', p.name, 'country', (SELECT json_build_object('name', c.name) FROM country c WHERE c.code = p.country_id), 'books',
    (SELECT json_agg(json_build_object('title', b.title, 'price', b.price::text,
        'editions', (SELECT json_agg(json_build_object('number', e.number, 'price', e.price::text, 'stocks',
            (SELECT coalesce(json_agg(json_build_object('quantity', s.quantity, 'warehouse', json_build_object('name', w.name)) ORDER BY s.quantity DESC, s.warehouse_id), '[]') FROM stock s JOIN warehouse w ON w.warehouse_id = s.warehouse_id WHERE s.book_id = e.book_id AND s.edition_number = e.number)) ORDER BY e.number) FROM edition e WHERE e.book_id = b.book_id),
        'reviews', (SELECT coalesce(json_agg(json_build_object('stars', r.stars, 'customer', (SELECT json_build_object('name', c.name) FROM customer c WHERE c.customer_id = r.customer_id)) ORDER BY r.review_id), '[]') FROM (SELECT * FROM review WHERE book_id = b.book_id AND stars >= 4 ORDER BY review_id LIMIT 2) r),
        'authors', (SELECT coalesce(json_agg(json_build_object('name', a.name) ORDER BY a.author_id), '[]') FROM author a JOIN book_author l ON l.author_id = a.author_id WHERE l.book_id = b.book_id)
    ) ORDER BY b.price DESC, b.book_id) FROM (SELECT * FROM book WHERE publisher_id = p.publisher_id ORDER BY price DESC, book_id LIMIT 3) b)) ORDER BY p.publisher_id))
FROM publisher p
WHERE p.publisher_id <= 3;
