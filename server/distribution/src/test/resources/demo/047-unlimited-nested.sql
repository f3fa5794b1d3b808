SELECT json_build_object('authors', json_agg(json_build_object('authorId', a.author_id, 'books',
    (SELECT coalesce(json_agg(json_build_object('bookId', l.book_id, 'reviews', (SELECT coalesce(json_agg(json_build_object('reviewId', r.review_id) ORDER BY r.review_id), '[]') FROM review r WHERE r.book_id = l.book_id)) ORDER BY l.book_id), '[]')
     FROM book_author l WHERE l.author_id = a.author_id)) ORDER BY a.author_id))
FROM author a
WHERE a.author_id <= 300;
