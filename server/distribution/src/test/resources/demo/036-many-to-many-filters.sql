SELECT json_build_object(
    'some', (SELECT coalesce(json_agg(json_build_object('bookId', book_id) ORDER BY book_id), '[]') FROM book WHERE book_id IN (SELECT book_id FROM book_author NATURAL JOIN author WHERE name LIKE 'Ada K%')),
    'none', (SELECT json_agg(json_build_object('bookId', book_id) ORDER BY book_id) FROM (SELECT book_id FROM book WHERE book_id > 4890 EXCEPT SELECT book_id FROM book_author ORDER BY book_id LIMIT 5) b),
    'every', (SELECT json_agg(json_build_object('authorId', author_id) ORDER BY author_id) FROM author WHERE author_id <= 60 AND author_id NOT IN (SELECT author_id FROM book_author NATURAL JOIN book WHERE NOT in_print)),
    'unread', (SELECT coalesce(json_agg(json_build_object('authorId', author_id) ORDER BY author_id), '[]') FROM author WHERE author_id < 400 AND author_id NOT IN (SELECT l.author_id FROM book_author l JOIN review r ON r.book_id = l.book_id)));
