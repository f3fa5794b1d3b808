SELECT json_build_object('authorProfiles', json_agg(json_build_object('authorId', a.author_id,
    'books', (SELECT json_agg(json_build_object('bookId', book_id, 'price', price::text) ORDER BY price DESC, book_id) FROM (SELECT b.* FROM book b JOIN book_author l ON l.book_id = b.book_id WHERE l.author_id = a.author_id AND NOT b.in_print ORDER BY b.price DESC, b.book_id LIMIT 2) x),
    'all', (SELECT json_agg(json_build_object('bookId', book_id) ORDER BY book_id) FROM book_author l WHERE l.author_id = a.author_id)) ORDER BY a.author_id))
FROM author a
WHERE a.author_id <= 200 AND a.author_id IN (SELECT l.author_id FROM book_author l JOIN book b ON b.book_id = l.book_id WHERE b.price > 30 AND NOT b.in_print);
