WITH ranked AS (SELECT *, row_number() OVER (PARTITION BY publisher_id ORDER BY rating DESC NULLS LAST, book_id) AS place FROM book WHERE in_print)
SELECT json_build_object('publishers', json_agg(json_build_object('publisherId', p.publisher_id, 'booksConnection', json_build_object(
    'totalCount', (SELECT count(*) FROM ranked b WHERE b.publisher_id = p.publisher_id),
    'nodes', (SELECT coalesce(json_agg(json_build_object('bookId', b.book_id, 'reviewsConnection', json_build_object(
        'totalCount', (SELECT count(*) FROM review r WHERE r.book_id = b.book_id),
        'nodes', (SELECT coalesce(json_agg(json_build_object('reviewId', review_id)), '[]') FROM (SELECT max(review_id) AS review_id FROM review r WHERE r.book_id = b.book_id) r WHERE review_id IS NOT NULL)
        )) ORDER BY b.place), '[]') FROM ranked b WHERE b.publisher_id = p.publisher_id AND b.place <= 2),
    'pageInfo', json_build_object('hasNextPage', (SELECT count(*) > 2 FROM ranked b WHERE b.publisher_id = p.publisher_id))
    )) ORDER BY p.publisher_id))
FROM (SELECT * FROM publisher ORDER BY publisher_id LIMIT 6) p;
