SELECT json_build_object(
    'books', (SELECT json_agg(json_build_object('bookId', b.book_id,
        'authors', (SELECT coalesce(json_agg(json_build_object('authorId', a.author_id, 'name', a.name) ORDER BY a.author_id), '[]') FROM author a JOIN book_author l ON l.author_id = a.author_id WHERE l.book_id = b.book_id),
        'bookAuthors', (SELECT coalesce(json_agg(json_build_object('authorId', a.author_id, 'author', json_build_object('name', a.name)) ORDER BY a.author_id), '[]') FROM author a JOIN book_author l ON l.author_id = a.author_id WHERE l.book_id = b.book_id)) ORDER BY b.book_id)
        FROM book b WHERE b.book_id IN (1, 2, 3, 4950)),
    'prolific', json_build_object('books', (SELECT json_agg(json_build_object('bookId', x.book_id, 'authors',
        (SELECT json_agg(json_build_object('authorId', l.author_id) ORDER BY l.author_id) FROM book_author l WHERE l.book_id = x.book_id)) ORDER BY x.book_id DESC)
        FROM (SELECT book_id FROM book_author WHERE author_id = 617 ORDER BY book_id DESC LIMIT 4 OFFSET 1) x)));
