SELECT json_build_object(
    'titles', (SELECT json_agg(json_build_object('bookId', book_id, 'title', title) ORDER BY title COLLATE "C", book_id) FROM book WHERE book_id <= 38),
    'names', (SELECT json_agg(json_build_object('name', name, 'authorId', author_id) ORDER BY name COLLATE "C" DESC, author_id) FROM (SELECT * FROM author ORDER BY name COLLATE "C" DESC, author_id LIMIT 8) a),
    'range', (SELECT json_agg(json_build_object('title', title) ORDER BY title COLLATE "C" DESC, book_id) FROM book WHERE title COLLATE "C" > 'z'));
