WITH card AS (SELECT b.*, p.name AS house,
        (SELECT coalesce(json_agg(json_build_object('stars', m)) FILTER (WHERE m IS NOT NULL), '[]') FROM (SELECT max(stars) AS m FROM review r WHERE r.book_id = b.book_id) x) AS best,
        (SELECT coalesce(json_agg(json_build_object('stars', m)) FILTER (WHERE m IS NOT NULL), '[]') FROM (SELECT min(stars) AS m FROM review r WHERE r.book_id = b.book_id) x) AS worst
    FROM book b JOIN publisher p ON p.publisher_id = b.publisher_id)
SELECT json_build_object(
    'cheap', (SELECT json_agg(json_build_object('__typename', 'Book', 'id', book_id, 'title', title, 'price', price::text, 'publisher', json_build_object('name', house, '__typename', 'Publisher'), 'best', best, 'worst', worst) ORDER BY price, book_id) FROM (SELECT * FROM card ORDER BY price, book_id LIMIT 3) c),
    'dear', (SELECT json_agg(json_build_object('__typename', 'Book', 'id', book_id, 'title', title, 'price', price::text, 'publisher', json_build_object('name', house, '__typename', 'Publisher'), 'best', best, 'worst', worst, 'inPrint', in_print) ORDER BY price DESC, book_id) FROM (SELECT * FROM card ORDER BY price DESC, book_id LIMIT 3) c));
