SELECT json_build_object('publishers', json_agg(json_build_object('name', p.name,
    'booksAggregate', (SELECT json_build_object('count', count(*), 'sum', json_build_object('copiesSold', sum(copies_sold)::text),
        'avg', json_build_object('price', round(sum(price) * 1.000000000000000000000000000000 / nullif(count(price), 0), 8)::text),
        'countDistinct', json_build_object('categoryId', count(DISTINCT category_id)), 'max', json_build_object('title', max(title COLLATE "C")))
        FROM book b WHERE b.publisher_id = p.publisher_id AND b.rating > 2.5),
    'books', (SELECT coalesce(json_agg(json_build_object('title', b.title,
        'reviewsAggregate', (SELECT json_build_object('count', count(*), 'max', json_build_object('stars', max(stars))) FROM review r WHERE r.book_id = b.book_id),
        'authorsAggregate', (SELECT json_build_object('count', count(*), 'min', json_build_object('name', min(a.name COLLATE "C"))) FROM book_author l JOIN author a USING (author_id) WHERE l.book_id = b.book_id)
        ) ORDER BY b.book_id), '[]') FROM (SELECT * FROM book b WHERE b.publisher_id = p.publisher_id ORDER BY book_id LIMIT 2) b)
    ) ORDER BY p.publisher_id))
FROM (SELECT * FROM publisher ORDER BY publisher_id LIMIT 8) p;
